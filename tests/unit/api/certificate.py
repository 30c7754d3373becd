"""A certificate for names and addresses that only tests use, with its key; it is worth nothing anywhere else."""

NAMES = ("files.example", "other.example", "rebinds.example", "127.0.0.1")

CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLUzTbzTQy0VJgxeB
lqlUDEXnpkv+h1A1kXMGQxPFw+KhRANCAAQrwJZ7EuRFkfsYguOBIupYVqYMsgqI
OzHByj87DzEvZDCU1+jTvA92IAMFkjtcli26nBZC12SUYPeDsLkuvsoW
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIByzCCAXGgAwIBAgIUVPmxNmrfxifxB8KbWc2l6lqTzEgwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOcmluZ29kZXNrIHRlc3QwIBcNMjYxMTIzMTc1NzIwWhgPMjEy
NjEwMzAxNzU3MjBaMBkxFzAVBgNVBAMMDnJpbmdvZGVzayB0ZXN0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEK8CWexLkRZH7GILjgSLqWFamDLIKiDsxwco/Ow8x
L2QwlNfo07wPdiADBZI7XJYtupwWQtdklGD3g7C5Lr7KFqOBlDCBkTAdBgNVHQ4E
FgQUWWVzGcg0XHtkjLF/8Cgywhyu2+YwHwYDVR0jBBgwFoAUWWVzGcg0XHtkjLF/
8Cgywhyu2+YwDwYDVR0TAQH/BAUwAwEB/zA+BgNVHREENzA1gg1maWxlcy5leGFt
cGxlgg1vdGhlci5leGFtcGxlgg9yZWJpbmRzLmV4YW1wbGWHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgFZsmhxbm+5feEf1g48v3pvo9Cs3GhrS9O0YNBE04K30CIQCu
XQclKseKvd/D2wOp//hL3IHgwwcAAJgulHo6WxmHkg==
-----END CERTIFICATE-----
"""
