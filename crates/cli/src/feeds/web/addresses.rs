//! Which addresses are public: those of the global unicast space that no registry of special purposes names
//! (IANA, "IPv4 Special-Purpose Address Registry" and "IPv6 Special-Purpose Address Registry", RFC 6890; RFC
//! 4291 for IPv6, RFC 6052 and RFC 3056 for the addresses of IPv4 in it).
//!
//! A feed names addresses, and so does every redirection and every name server: without this a stranger could
//! have this program ask for what only this machine or its network can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one of the public internet.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => v4(address),
        IpAddr::V6(address) => v6(address),
    }
}

fn v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || a == 0
        || a >= 224
        || (a, b & 0xC0) == (100, 64)
        || (a, b, c) == (192, 0, 0)
        || (a, b, c) == (192, 88, 99)
        || (a, b & 0xFE) == (198, 18);
    !special
}

fn v6(address: Ipv6Addr) -> bool {
    let s = address.segments();
    let inner = |high: u16, low: u16| v4(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)));
    match s {
        [0, 0, 0, 0, 0, 0xFFFF, high, low] | [0x64, 0xFF9B, 0, 0, 0, 0, high, low] => {
            inner(high, low)
        }
        [0x2001, 0..=0x1FF, ..] | [0x2001, 0xDB8, ..] => false,
        [0x2002, high, low, ..] => inner(high, low),
        [0x3FFF, 0..=0xFFF, ..] => false,
        [first, ..] => first & 0xE000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn what_is_public() {
        let check = |want, addresses: &[&str]| {
            for address in addresses {
                assert_eq!(is_public(address.parse().expect("an address")), want, "{address}");
            }
        };
        check(true, &["8.8.8.8", "100.128.0.1", "172.32.0.1", "192.0.1.1", "223.255.255.254"]);
        check(
            true,
            &["2606:4700::1", "2a00::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"],
        );
        check(false, &["127.0.0.1", "10.0.0.1", "172.16.9.9", "192.168.0.1", "169.254.169.254"]);
        check(
            false,
            &["0.0.0.0", "100.64.0.1", "192.0.0.8", "198.18.0.1", "198.51.100.7", "203.0.113.9"],
        );
        check(false, &["224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1"]);
        check(
            false,
            &["::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd12::1", "ff02::1", "100::1"],
        );
        check(false, &["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::7f00:1"]);
        check(
            false,
            &["64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "4000::1"],
        );
    }
}
