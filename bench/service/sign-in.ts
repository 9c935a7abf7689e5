import { type Issuer, startIssuer } from '../handoff.ts';

/** Who signs everybody in, the service's users and the peers' alike: an issuer on loopback with RS256. */
export type SignIn = {
  issuer: Issuer;
  audience: string;
  tokenFor(username: string): Promise<string>;
  stop(): Promise<void>;
};

const aDay = 86_400;

/** Starts the issuer. */
export async function startSignIn(): Promise<SignIn> {
  const issuer = await startIssuer();
  return {
    issuer,
    audience: 'handoff',
    tokenFor: (sub) => issuer.token({ sub, exp: Math.floor(Date.now() / 1_000) + aDay }),
    stop: () => issuer.stop().then(() => undefined),
  };
}
