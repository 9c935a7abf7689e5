/** What settings may let in somebody whom no issuer has vouched for; each as a line that says what to set. */
export function signInProblems(given: Record<string, string | undefined>): string[] {
  const { NODE_ENV, OIDC_ISSUER, HOST, PUBLIC_URL } = given;
  if (NODE_ENV === 'production') {
    const overTls = OIDC_ISSUER === undefined || !OIDC_ISSUER.startsWith('http:') || isLocal(OIDC_ISSUER);
    return overTls
      ? []
      : ['OIDC_ISSUER must begin with https:// when NODE_ENV is production, unless it is on this machine'];
  }
  if (OIDC_ISSUER !== undefined) return [];
  const reached = { HOST: HOST && `http://${HOST.includes(':') ? `[${HOST}]` : HOST}`, PUBLIC_URL };
  return Object.entries(reached)
    .filter(([, url]) => url !== undefined && !isLocal(url))
    .map(
      ([name]) =>
        `OIDC_ISSUER must be set where ${name} is not of this machine alone: without it anybody can sign in as anybody`,
    );
}

/** Whether it leads to this machine and no other; what is no URL of HTTP is complained of elsewhere. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = URL.parse(url) ?? {};
  if (!protocol?.startsWith('http') || hostname === undefined) return true;
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
