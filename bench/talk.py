"""Made-up talk in eight languages: common words often, rare ones rarely, short lines mostly and a long one at times."""

from __future__ import annotations

from itertools import accumulate
from random import Random

LANGUAGES = ("en", "de", "es", "ru", "ar", "zh", "ja", "vi")
SHARES = (50, 12, 10, 8, 8, 6, 4, 2)
"""How many of a hundred people write in each."""

_COMMON = {
    "en": "the to you and I is it for can we at on call of that please order today back will have not from with "
    "be are this do meeting thanks tomorrow when me your but ok so number new send just need "
    "invoice what delivery customer",
    "de": "die ich und der das ist nicht Sie wir zu es ein auf mit bitte Termin heute für den kann haben morgen "
    "Rechnung noch Kunde danke aber wie uns schon wenn Lieferung Straße Grüße möchte",
    "es": "de que la el y no a en un lo por con para una los se es su mañana gracias cuando pedido número señor "
    "cliente factura está sí hoy reunión llamar niño después",
    "ru": "и в не на я что с по это мы как вы за у но заказ завтра сегодня можно спасибо нужно если клиент счёт будет "
    "встреча позвоните доставка ещё",
    "ar": "في من على إلى أن هذا مع ما لا هل كان بعد اليوم غدا شكرا الطلب العميل الفاتورة موعد اجتماع رقم يرجى الاتصال "
    "مرحبا نعم لدينا متى",
    "zh": "的 我 你 是 了 不 在 有 我们 这 个 请 明天 今天 可以 客户 订单 电话 会议 发票 谢谢 什么 时候 已经 没有 "
    "公司 东京 北京 送货 号码",
    "ja": "の に は を が です ます した お願い 明日 今日 電話 会議 注文 請求書 ありがとう ございます 東京 確認 "
    "ください 番号 から まで",
    "vi": "không là của tôi và có được cho bạn một này đơn hàng ngày mai cảm ơn xin khách điện thoại hóa cuộc họp nhé",
}
_SYLLABLES = {
    "en": "ba con der el fin gra hos il jun ker lam mer nor op pel qui ros ster tal und ver wic yor zen",
    "de": "ab be der ein fel ge hau in jä kel lich mün nd ober pf quer rück schä tung über ver wä zei",
    "es": "ar bo cia da es fi gra ha in ja lla mo ña or pe que ra so ti un va ya zo",
    "ru": "ав бо ви го да ем жи за ин ко ле ми но об пре ра сто ту ус фи хо це чи ша",
    "ar": "ال با تو جا حي خر دم را سل شم صو طب عن غي فر قل كت لم مد نو ها وي",
    "zh": "安 保 北 本 边 表 部 长 场 车 成 城 出 传 大 代 单 到 道 地 电 定 东 动 对 多 发 方 放 分 服 高 工",
    "ja": "安 以 位 運 営 駅 横 浜 化 会 海 開 外 学 間 気 客 急 京 業 決 月 件 見 工 ア イ ク ス ト ル ン カ タ",
    "vi": "ba chi đô en gia hương iu khánh lê minh ngọc ơn phú quý râu sông tân ưu văn xuân yên",
}
_FIRST = {
    "en": "Ada Bob Carol Dave Erin Frank Grace Henry Irene Jack Kate Liam Mia Noah Olive Paul",
    "de": "Jürgen Käthe Lukas Änne Björn Heike Sönke Ute",
    "es": "José María Íñigo Lucía Andrés Sofía Raúl Begoña",
    "ru": "Анна Борис Вера Глеб Дарья Егор Жанна Зоя",
    "ar": "أحمد فاطمة خالد ليلى محمد نورة سعيد هدى",
    "zh": "王伟 李娜 张敏 刘洋 陈静 杨磊 赵芳 黄强",
    "ja": "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村",
    "vi": "Nguyễn Trần Lê Phạm Hoàng Đặng Bùi Đỗ",
}
_EMOJI = ("👍", "😀", "🙏", "❤️", "😂", "🎉", "👩‍💻", "🇯🇵")
_UNSPACED = frozenset({"zh", "ja"})
_RARE_WORDS = 8000
_DRAWN = 40_000


class Talk:
    """What people write in one language, drawn from a Random: the same seed says the same."""

    def __init__(self, language: str, random: Random) -> None:
        self._random = random
        self._language = language
        self._space = "" if language in _UNSPACED else " "
        self._syllables = _SYLLABLES[language].split()
        self._words = [*_COMMON[language].split(), *(self._rare() for _ in range(_RARE_WORDS))]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))
        self._drawn: list[str] = []

    def _rare(self) -> str:
        return "".join(self._random.choices(self._syllables, k=self._random.choice((2, 2, 3, 4))))

    def name(self) -> str:
        """A person's name."""
        return f"{self._random.choice(_FIRST[self._language].split())} {self._rare().capitalize()}"

    def text(self) -> str:
        """What one message says."""
        chance = self._random.random()
        if chance < 0.02:
            return "".join(self._random.choices(_EMOJI, k=self._random.choice((1, 1, 2, 3))))
        if chance < 0.05:
            lines = [self._line(self._random.randint(8, 30)) for _ in range(self._random.randint(2, 9))]
            return "\n".join(lines)
        line = self._line(1 + min(30, int(self._random.expovariate(0.14))))
        if chance < 0.08:
            return f"{line}{self._space}https://example.org/{self._random.randrange(10**6)}?a={self._rare()}"
        if chance < 0.16:
            return f"{line}{self._space}{self._random.choice('ABKR')}-{self._random.randrange(10**6)}"
        return line

    def _line(self, words: int) -> str:
        if len(self._drawn) < words:
            self._drawn = self._random.choices(self._words, cum_weights=self._weights, k=_DRAWN)
        taken = self._drawn[-words:]
        del self._drawn[-words:]
        return self._space.join(taken)
