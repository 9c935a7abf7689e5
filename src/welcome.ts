import type { Config } from './platform/config.ts';

/** What `npm start` prints once it is ready: where to go, and who can sign in. */
export function welcome(config: Config, url: string): string {
  const lines = [
    `Handoff is ready.`,
    ``,
    `  API          ${url}/graphql`,
    ...(config.NODE_ENV === 'production' || config.OIDC_ISSUER !== undefined
      ? []
      : [
          `  GraphiQL     ${url}/graphql?as=north.manager   (open it in a browser)`,
          `  Sign in      curl -s ${url}/dev/token -H 'content-type: application/json' -d '{"username":"north.manager"}'`,
        ]),
    ...(config.SMTP_URL === undefined ? [`  Caught mail  ${url}/dev/inbox`] : []),
    ...(config.NODE_ENV === 'production'
      ? []
      : [
          ``,
          `  User names   ens.admin · auditor · north.admin north.manager north.manager2`,
          `               south.admin south.manager south.manager2 · valley.admin valley.manager valley.manager2`,
          `               expired.manager noecm.manager untracked.manager (their organizations cannot receive referrals)`,
        ]),
    ``,
    `Ctrl-C stops it.`,
    ``,
  ];
  return `${lines.join('\n')}\n`;
}
