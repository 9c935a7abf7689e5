import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What signs mail: the key, and where receivers find its public half, at `<selector>._domainkey.<domain>`. */
export type DkimKey = {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
};

/** RFC 8301 wants so many; receivers trust fewer no longer. */
const fewestBits = 2048;

const key = `an RSA private key of at least ${fewestBits} bits, in PEM, without a passphrase`;
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const aDomain = 'a domain name, for example handoff.example';

/** The settings that mail is signed by; see README. A file is read, so that both ways of giving the key give the key. */
export const dkimSettings = {
  DKIM_DOMAIN: z
    .string()
    .max(253, aDomain)
    .regex(new RegExp(`^(${label}\\.)+${label}$`, 'i'), aDomain)
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(new RegExp(`^${label}(\\.${label})*$`, 'i'), 'a selector, for example handoff1')
    .optional(),
  DKIM_PRIVATE_KEY: z
    .string()
    .transform((value) => readKey(value.replaceAll('\\n', '\n')))
    .pipe(z.string(key))
    .optional(),
  DKIM_PRIVATE_KEY_FILE: z
    .string()
    .transform((path) => readKey(readText(path)))
    .pipe(z.string(`the path of a file that holds ${key}`))
    .optional(),
};

/** The key as PEM of one kind (PKCS #8); null for what is no key, or none that mail can be signed with. */
function readKey(pem: string | null): string | null {
  if (pem === null) return null;
  try {
    const read = createPrivateKey(pem);
    const bits = read.asymmetricKeyDetails?.modulusLength ?? 0;
    if (read.asymmetricKeyType !== 'rsa' || bits < fewestBits) return null;
    return read.export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

type Names = 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_PRIVATE_KEY' | 'DKIM_PRIVATE_KEY_FILE';

/**
 * What is wrong with the settings between them: all of them or none, one key, and a domain that MAIL_FROM belongs to, for
 * receivers hold a signature of another domain for nothing (DMARC).
 */
export function dkimProblems(given: { [Name in Names | 'MAIL_FROM']?: string | undefined }): string[] {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE, MAIL_FROM } = given;
  const keys = [DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE].filter((one) => one !== undefined);
  if (DKIM_DOMAIN === undefined && DKIM_SELECTOR === undefined && keys.length === 0) return [];
  const problems: string[] = [];
  if (DKIM_DOMAIN === undefined) problems.push('DKIM_DOMAIN must be set, or no other DKIM setting');
  if (DKIM_SELECTOR === undefined) problems.push('DKIM_SELECTOR must be set, or no other DKIM setting');
  if (keys.length === 0) {
    problems.push('DKIM_PRIVATE_KEY or DKIM_PRIVATE_KEY_FILE must be set, or no other DKIM setting');
  }
  if (keys.length === 2) {
    problems.push('DKIM_PRIVATE_KEY must not be set together with DKIM_PRIVATE_KEY_FILE');
  }
  const sender = MAIL_FROM?.slice(MAIL_FROM.lastIndexOf('@') + 1).toLowerCase() ?? '';
  const domain = DKIM_DOMAIN?.toLowerCase();
  if (domain !== undefined && sender !== domain && !sender.endsWith(`.${domain}`)) {
    problems.push('MAIL_FROM must be an address of DKIM_DOMAIN, or of a domain under it');
  }
  return problems;
}

/** The key that the settings give; null where they give none. */
export function dkimKey(
  config: {
    [Name in keyof typeof dkimSettings]?: string | undefined;
  },
): DkimKey | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector } = config;
  const privateKey = config.DKIM_PRIVATE_KEY ?? config.DKIM_PRIVATE_KEY_FILE;
  return domain === undefined || selector === undefined || privateKey === undefined
    ? null
    : { domain, selector, privateKey };
}
