/** What a peer is told by its environment. */
export type PeerSettings = {
  port: number;
  databaseUrl: string;
  issuer: string;
  audience: string;
  poolSize: number;
};

/** Reads {@link PeerSettings}. @throws where one is missing. */
export function peerSettings(environment: NodeJS.ProcessEnv): PeerSettings {
  const given = (name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`${name} must be set`);
    return value;
  };
  return {
    port: Number(given('PORT')),
    databaseUrl: given('DATABASE_URL'),
    issuer: given('OIDC_ISSUER'),
    audience: given('OIDC_AUDIENCE'),
    poolSize: Number(given('DATABASE_POOL_SIZE')),
  };
}
