import { BlockList, isIP } from "node:net";

/** What is not the public internet: private and shared networks, this machine, documentation, multicast, reserved. */
const CLOSED_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Only 2000::/3 is routed; in it these are special, or carry an IPv4 address inside that nobody checked. */
const OPEN_IPV6 = "2000::/3";
const CLOSED_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

function listOf(networks: string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address, prefix] = network.split("/");
    list.addSubnet(address!, Number(prefix), family);
  }
  return list;
}

const closed4 = listOf(CLOSED_IPV4, "ipv4");
const open6 = listOf([OPEN_IPV6], "ipv6");
const closed6 = listOf(CLOSED_IPV6, "ipv6");

/** Whether an IP address belongs to the public internet. What is no address does not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed4.check(address, "ipv4");
  // A zone (`fe80::1%eth0`) only belongs to addresses of this machine's own links.
  return version === 6 && !address.includes("%") && open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
}
