import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An OIDC issuer on loopback: its discovery document, its published keys, and tokens made to measure. */
export type Issuer = {
  url: string;
  /** The key it publishes, as it is published. */
  publicKey: CryptoKey;
  /** A token of staff member `sub` for the audience `handoff`, valid for a minute; `claims` and `key` change that. */
  token(claims?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  /** Whether it answers at all. */
  answers(whether: boolean): void;
  stop(): Promise<void>;
};

/** Starts an {@link Issuer} whose tokens are signed with RS256. */
export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'current', use: 'sig', alg: 'RS256' }] };
  let up = true;
  const server = createServer((request, response) => {
    if (!up) return response.writeHead(503).end();
    const body =
      request.url === '/.well-known/openid-configuration' ? { issuer: url, jwks_uri: `${url}/keys` } : jwks;
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    publicKey,
    async token(claims = {}, key = privateKey) {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: url, aud: 'handoff', sub: 'north.manager', iat: now, exp: now + 60 };
      return await new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'current' })
        .sign(key);
    },
    answers(whether) {
      up = whether;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
