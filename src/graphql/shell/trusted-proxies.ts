import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** The proxies that may say where a request comes from, and what it is called. */
export type TrustedProxies = {
  includes(address: string | undefined): boolean;
  /**
   * Where a request comes from: the last address on its way that is no trusted proxy, an IPv6 address by the /64 network that
   * one subscriber has all of.
   */
  clientOf(request: IncomingMessage): string;
};

/** @param networks addresses and networks, such as `10.0.0.0/8`. */
export function trustedProxies(networks: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  const includes = (address: string | undefined) => {
    const plain = withoutMapping(address ?? '');
    return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
  return {
    includes,
    clientOf({ headers, socket }) {
      const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
      let client = socket.remoteAddress ?? '';
      while (includes(client) && forwarded.length > 0) {
        const before = (forwarded.pop() ?? '').trim();
        if (isIP(withoutMapping(before)) === 0) break;
        client = before;
      }
      return networkOf(withoutMapping(client));
    },
  };
}

/** An IPv4 address that came over a socket of both kinds, as it is. */
function withoutMapping(address: string): string {
  return /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
}

/** The first four of the eight groups of an IPv6 address; what is no IPv6 address is left as it is. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const whole =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - after.length).fill('0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
