"""What an ngrok agent says when it is asked, on a port of this machine. ngrok does not count these requests."""

from __future__ import annotations

import asyncio

from ringodesk_qt.errors import TunnelError

ANSWER_BYTES = 64 * 1024


async def check_endpoint(web_port: int, uri: str) -> None:
    """Asks for an endpoint, which must be there. Raises TunnelError; an agent that hangs never answers."""
    try:
        status = await _status(web_port, uri)
    except (OSError, ValueError) as error:
        raise TunnelError("The ngrok program does not answer any more; it is being replaced.") from error
    if status != 200:
        raise TunnelError("The ngrok program has closed the tunnel; it is being opened anew.")


async def _status(web_port: int, uri: str) -> int:
    """The HTTP status of a GET. Raises OSError, or ValueError for an answer that is none."""
    reader, writer = await asyncio.open_connection("127.0.0.1", web_port)
    try:
        writer.write(f"GET {uri} HTTP/1.0\r\nHost: 127.0.0.1:{web_port}\r\n\r\n".encode("ascii"))
        first = await reader.readline()
        await reader.read(ANSWER_BYTES)  # so that the agent does not write into a connection that is gone
    finally:
        writer.close()
    return int(first.split()[1]) if first.startswith(b"HTTP/1.") and len(first.split()) > 1 else 0
