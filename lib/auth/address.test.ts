import { expect, test } from "vitest";
import { addressOf, approximate, network } from "@/lib/auth/address";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["198.51.100.1, 203.0.113.7", "203.0.113.7"],
  ["", "unknown"],
  [null, "unknown"],
])("addressOf believes the nearest of %s", (header, address) => {
  expect(addressOf(header)).toBe(address);
});

test.each([
  ["203.0.113.7", "203.0.113.7", "203.0.113.*"],
  ["::ffff:203.0.113.7", "203.0.113.7", "203.0.113.*"],
  ["2001:db8:1:2::9", "2001:db8:1:2", "2001:db8:1:*"],
  ["2001:db8::9", "2001:db8:0:0", "2001:db8:0:*"],
  ["127.0.0.1", "127.0.0.1", "本机"],
  ["::1", "0:0:0:0", "本机"],
  ["unknown", "unknown", ""],
])("%s is the visitor %s, and about %s", (address, visitor, about) => {
  expect(network(address)).toBe(visitor);
  expect(approximate(address)).toBe(about);
});
