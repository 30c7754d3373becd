"""Receives Ringotel's notifications over HTTP, on loopback.

`limits` says what a caller may do, `hosts` by which name it may call; `request` reads HTTP; `connection` is one caller,
`crowd` all of them; `parse` and `verify` look at a body; `verdicts` are the outcomes; `server` ties them together and
is what others use.
"""
