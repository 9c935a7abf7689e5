import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** An OIDC issuer on loopback: its discovery document, its published keys, and tokens made to measure. */
export type Issuer = {
  url: string;
  /** The key it publishes at first, as it is published. */
  publicKey: CryptoKey;
  /**
   * A token of staff member `sub` for the audience `handoff`, valid for a minute, signed with the newest key; `claims`, `key`
   * and `header` change that.
   */
  token(claims?: Record<string, unknown>, key?: CryptoKey, header?: Record<string, unknown>): Promise<string>;
  /** Publishes another key in place of those before, and signs with that from now on. */
  rotateKeys(): Promise<void>;
  /** Publishes a discovery document that says this, too. */
  publish(document: Record<string, unknown>): void;
  /** How often its discovery document was asked for. */
  looks(): number;
  /** Whether it answers at all, or lets whoever asks wait for ever. */
  answers(whether: boolean | 'never'): void;
  stop(): Promise<void>;
};

/** Starts an {@link Issuer} whose tokens are signed with RS256. */
export async function startIssuer(): Promise<Issuer> {
  let key = await newKey('current');
  const { publicKey } = key;
  let up: boolean | 'never' = true;
  let document = {};
  let looks = 0;
  const server = createServer((request, response) => {
    const discovery = request.url === '/.well-known/openid-configuration';
    looks += Number(discovery);
    if (up === 'never') return;
    if (!up) return response.writeHead(503).end();
    const body = discovery
      ? { issuer: url, jwks_uri: `${url}/keys`, ...document }
      : { keys: [key.published] };
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    publicKey,
    async token(claims = {}, signing = key.privateKey, header = {}) {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: url, aud: 'handoff', sub: 'north.manager', iat: now, exp: now + 60 };
      return await new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: key.published.kid, ...header })
        .sign(signing);
    },
    async rotateKeys() {
      key = await newKey(`after ${key.published.kid}`);
    },
    publish(changed) {
      document = changed;
    },
    looks: () => looks,
    answers(whether) {
      up = whether;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function newKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const published: JWK & { kid: string } = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return { publicKey, privateKey, published };
}
