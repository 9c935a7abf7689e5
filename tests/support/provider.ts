import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Configuration, Provider as OidcProvider } from 'oidc-provider';
import { freePort } from './free-port.ts';
import { visitPages } from './visit-pages.ts';

/** A real OpenID Connect issuer on loopback: people sign in in its pages, service accounts with their secret. */
export type Provider = {
  /** What to set OIDC_ISSUER to. */
  url: string;
  /** What to set OIDC_AUDIENCE to. */
  audience: string;
  /**
   * Signs somebody in, with authorization code and PKCE as a browser does it.
   * @param subject what the tokens will have as `sub`.
   * @param seconds how long the access token is good for.
   */
  signIn(subject: string, seconds?: number): Promise<{ accessToken: string; idToken: string }>;
  /**
   * An access token of a service account, by the client credentials grant; its `sub` is {@link serviceClient}.
   * @param scope what of `handoff:…` to ask for; nothing where it is left out.
   */
  tokenOfService(scope?: string, seconds?: number): Promise<string>;
  /** Stops, and starts again at the same place with other keys; what it issued before is signed with keys it no longer has. */
  rotateKeys(): Promise<void>;
  /** Stops answering, until {@link Provider.start}. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** The client id of the one service account that a {@link Provider} knows. */
export const serviceClient = 'county-register';

const audience = 'urn:handoff:api';
const redirectUri = 'https://portal.example/signed-in';
const scopes = 'handoff:cases.read handoff:referrals.create handoff:subscribe';
const secret = randomBytes(24).toString('base64url');
const anHour = 3600;

/** Starts a {@link Provider} with keys of its own. */
export async function startProvider(): Promise<Provider> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const lifetimes = new Map<string, number>();
  let keys = [await newKey()];
  let server: Server;

  async function start(): Promise<void> {
    const answer = quietly(() => new OidcProvider(url, configuration(lifetimes, keys))).callback();
    server = createServer((request, response) => {
      // So that no client comes back by a connection of before a restart.
      response.setHeader('connection', 'close');
      answer(request, response);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  }
  async function stop(): Promise<void> {
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
  }
  await start();

  async function token(parameters: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams({ resource: audience, ...parameters });
    const answer = await fetch(`${url}/token`, { method: 'POST', headers, body });
    const tokens = (await answer.json()) as { access_token?: string; id_token?: string; error?: string };
    if (tokens.access_token === undefined) throw new Error(`the issuer gave no token: ${tokens.error}`);
    return { accessToken: tokens.access_token, idToken: tokens.id_token ?? '' };
  }

  return {
    url,
    audience,
    async signIn(subject, seconds = anHour) {
      lifetimes.set(subject, seconds);
      const verifier = randomBytes(32).toString('base64url');
      const code = await visitPages(
        `${url}/auth?${new URLSearchParams({
          client_id: 'portal',
          response_type: 'code',
          redirect_uri: redirectUri,
          scope: 'openid',
          nonce: randomBytes(8).toString('hex'),
          resource: audience,
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
        })}`,
        { login: subject, redirectUri },
      );
      return await token({
        grant_type: 'authorization_code',
        client_id: 'portal',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      });
    },
    async tokenOfService(scope, seconds = anHour) {
      lifetimes.set(serviceClient, seconds);
      const authorization = `Basic ${Buffer.from(`${serviceClient}:${secret}`).toString('base64')}`;
      const asked = scope === undefined ? {} : { scope };
      return (await token({ grant_type: 'client_credentials', ...asked }, { authorization })).accessToken;
    },
    async rotateKeys() {
      keys = [await newKey()];
      await stop();
      await start();
    },
    stop,
    start,
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(6).toString('hex');
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' };
}

function configuration(lifetimes: Map<string, number>, keys: JWK[]): Configuration {
  return {
    jwks: { keys } as NonNullable<Configuration['jwks']>,
    clients: [
      { client_id: 'portal', token_endpoint_auth_method: 'none', redirect_uris: [redirectUri] },
      {
        client_id: serviceClient,
        client_secret: secret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    scopes: ['openid', ...scopes.split(' ')],
    cookies: { keys: [secret] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: scopes, audience, accessTokenFormat: 'jwt' }),
      },
    },
    ttl: {
      AccessToken: (_context, { accountId }) => lifetimes.get(accountId) ?? anHour,
      ClientCredentials: () => lifetimes.get(serviceClient) ?? anHour,
      Grant: anHour,
      IdToken: anHour,
      Interaction: anHour,
      Session: anHour,
    },
  };
}

/** It warns of its development pages and of being kept in memory, which are what a test wants. */
function quietly<Made>(make: () => Made): Made {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
