"""Receiving, killed again and again as a power cut does: nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import random
import time

import pytest
from cli_process import KEY, NUMBER
from failpoints import POINTS
from lives import Left, Life, announced, wait_applied
from raw_posts import Load
from scripted_api import ORGID


class Lives:
    """One home, one load on it, and the processes that lived there."""

    def __init__(self, cli, place, seed):
        self.cli = cli
        self._place = place
        self.dice = random.Random(seed)
        self.load = Load(key=KEY, orgid=ORGID, number=NUMBER, seed=seed * 1000)
        self.lives: list[Life] = []

    def begin(self, **how):
        life = Life(self.cli, self._place / str(len(self.lives)), **how)
        self.lives.append(life)
        return life

    def killed_at(self, point, nth):
        """A life that ends at a point of receiving."""
        with self.begin(point=point, nth=nth) as life:
            if url := life.listening():  # else it died of what an earlier life had left to do
                self.load.start(url)
            assert life.was_killed(), f"{point}: never reached\n{life.complaints}"
        self.load.join()
        self.check_intact()

    def killed_after(self, delay_s):
        """A life that ends at any moment, its start included."""
        with self.begin() as life:
            if self.dice.random() < 0.75:
                self.load.start(life.listening())
                time.sleep(delay_s)
            else:
                time.sleep(2 * delay_s)
            life.kill()
        self.load.join()
        self.check_intact()

    def check_intact(self):
        left = Left(self.cli.home)
        left.check_intact()
        left.check_holds(self.load.acknowledged)

    def check_at_last(self):
        """Starts once more and looks at what there is when all is done."""
        with self.begin() as life:
            life.listening()
            wait_applied(self.cli.home)
            life.terminate()
        self.check_intact()
        Left(self.cli.home).check_applied()
        assert set(announced(self.lives).values()) == {1}
        assert self.load.statuses.keys() == {200}


@pytest.fixture
def lives(scripted_cli, tmp_path):
    return Lives(scripted_cli, tmp_path / "lives", seed=4)


@pytest.mark.timeout(180)
def test_killed_at_each_point(lives):
    for point in POINTS:
        lives.killed_at(point, nth=lives.dice.randint(1, 3 if "effect" in point else 25))
    lives.killed_after(0.1)
    lives.check_at_last()
    assert len(lives.load.acknowledged) > len(POINTS)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_killed_two_hundred_times(lives):
    for number in range(100):
        point = POINTS[number % len(POINTS)]
        # Many notifications take effect in one commit, a few times a second.
        lives.killed_at(point, nth=lives.dice.randint(1, 10 if "effect" in point else 120))
        lives.killed_after(lives.dice.random() * 0.5)
    lives.check_at_last()
    print(f"killed 200 times: {len(lives.load.acknowledged)} acknowledged, {lives.load.broken} cut off")
