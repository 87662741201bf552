"""Which machines may be asked: those of the public internet.

A page that a stranger wrote can name any address, and so can a redirect or a name server.
What is judged is the number a connection would go to, never its spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

IPAddress = IPv4Address | IPv6Address

_METADATA = (
    IPv4Network("169.254.0.0/16"),  # most clouds, and all that is link-local
    IPv4Network("168.63.129.16/32"),  # a public number that leads to the machine's own host
    IPv4Network("100.100.100.200/32"),
    IPv4Network("192.0.0.192/32"),
    IPv6Network("fd00:ec2::/32"),
    IPv6Network("fe80::/10"),
)
"""Where clouds hand out a machine's keys: refused even where private addresses are allowed."""
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_ASSIGNED = IPv6Network("2000::/3")
"""All that has been given out for the public internet."""


def refusal(number: str, *, private: bool) -> str | None:
    """Why no connection goes there; null where it may.

    Args:
        number: A numeric address, as a name server or the address itself gives it.
        private: The user allows this machine and its networks.
    """
    try:
        told = ip_address(number)
    except ValueError:
        return "is no address of the internet"
    for one in (told, *_inside(told)):
        if any(one in network for network in _METADATA if network.version == one.version):
            return "is a link-local or metadata address"
        if one.is_multicast or (one.is_unspecified and not private):
            return "is no single machine's address"
        if not private and not _is_public(one):
            return f"is {_kind(one)}"
    return None


def _is_public(one: IPAddress) -> bool:
    if isinstance(one, IPv4Address):
        return one.is_global and not one.is_reserved
    if one.ipv4_mapped is not None or one in _NAT64:
        return True  # the older address inside is judged by itself
    return one.is_global and one in _ASSIGNED


def _inside(told: IPAddress) -> Iterator[IPv4Address]:
    """Older addresses that a newer one carries: mapped, translated, tunnelled."""
    if isinstance(told, IPv4Address):
        return
    if told.ipv4_mapped is not None:
        yield told.ipv4_mapped
    if told.sixtofour is not None:
        yield told.sixtofour
    if told.teredo is not None:
        yield told.teredo[1]
    if told in _COMPATIBLE or told in _NAT64:
        yield IPv4Address(told.packed[-4:])


def _kind(one: IPAddress) -> str:
    if one.is_loopback or one.is_unspecified:
        return "this machine"
    return "a private or reserved address"
