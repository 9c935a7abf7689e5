import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { trustedProxies } from '../../../src/graphql/shell/trusted-proxies.ts';

/** A request that has come from this peer, with this X-Forwarded-For. */
const request = (remoteAddress: string, forwarded?: string) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('where a request comes from', () => {
  const { clientOf } = trustedProxies(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);

  it.each([
    [
      '192.0.2.1',
      '198.51.100.7',
      '192.0.2.1',
      'is the peer where that is no trusted proxy, whatever it says',
    ],
    ['10.1.2.3', '198.51.100.7', '198.51.100.7', 'is what a trusted proxy says'],
    ['::ffff:10.1.2.3', '198.51.100.7', '198.51.100.7', 'also over a socket of both kinds'],
    [
      '10.1.2.3',
      '1.1.1.1, 198.51.100.7, 10.9.9.9',
      '198.51.100.7',
      'is the last that is no proxy, not what the client made up',
    ],
    ['10.1.2.3', undefined, '10.1.2.3', 'is the proxy itself where it says nothing'],
    ['10.1.2.3', 'unknown', '10.1.2.3', 'and where that is no address'],
    ['2001:db8:0:1:2:3:4:5', undefined, '2001:db8:0:1::/64', 'is the /64 of an IPv6 address'],
    ['2001:db8::5', undefined, '2001:db8:0:0::/64', 'however short it is written'],
    ['fd00::1', '2001:DB8:1:2::9', '2001:db8:1:2::/64', 'also behind a proxy of IPv6'],
  ])('%s with %j is %s: it %s', (peer, forwarded, client, _why) => {
    expect(clientOf(request(peer, forwarded))).toBe(client);
  });
});

it('without a setting no proxy is trusted', () => {
  expect(trustedProxies([]).clientOf(request('127.0.0.1', '192.0.2.1'))).toBe('127.0.0.1');
});
