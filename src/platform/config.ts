import { z } from 'zod';
import { dkimProblems, dkimSettings } from './dkim-key.ts';
import { networkSettings } from './network-settings.ts';
import { signInProblems } from './sign-in-problems.ts';

const port = z.coerce.number('a port number').int().min(0).max(65_535);
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const flag = z.enum(['true', 'false'], 'true or false').transform((value) => value === 'true');

/** Every setting there is. Each message says what was expected; the variable's name is put before it. */
const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'development, test or production')
    .default('development'),
  HOST: z.string().min(1, 'a host name or address').default('127.0.0.1'),
  PORT: port.default(4000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().min(1, 'a directory').default('.data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  MIGRATIONS_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL_SIZE: z.coerce.number('a whole number from 1 to 200').int().min(1).max(200).default(10),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  SMTP_REQUIRE_TLS: flag.optional(),
  MAIL_FROM: z.email('an email address').default('no-reply@handoff.example'),
  ...dkimSettings,
  OIDC_ISSUER: url('http:', 'https:').optional(),
  OIDC_AUDIENCE: z.string().min(1, 'the audience of the access tokens').optional(),
  OIDC_CLOCK_TOLERANCE: z.coerce
    .number('a whole number of seconds from 0 to 300')
    .int()
    .min(0)
    .max(300)
    .default(10),
  ...networkSettings,
  SIGNING_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  DOCUMENTS_DIR: z.string().min(1, 'a directory').optional(),
  S3_BUCKET: z.string().min(1, 'the name of a bucket').optional(),
  S3_REGION: z.string().min(1, 'the region of the bucket, for example ca-central-1').optional(),
  S3_ENDPOINT: url('http:', 'https:').optional(),
  S3_ACCESS_KEY_ID: z.string().min(1, 'the id of an access key').optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1, 'the secret of that access key').optional(),
  INTROSPECTION: z.enum(['open', 'signed-in', 'off'], 'open, signed-in or off').optional(),
  PERSISTED_DOCUMENTS: z.string().min(1, 'a file').optional(),
  PERSISTED_DOCUMENTS_ONLY: flag.default(false),
  PROGRAM_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'an IANA time zone, for example America/Halifax')
    .default('America/Halifax'),
  WORKER: flag.default(true),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], 'silent, fatal, error, warn, info or debug')
    .default('info'),
});

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** What each kind of process cannot do without in production, where nothing embedded starts. */
const neededInProduction = {
  api: ['DATABASE_URL', 'SMTP_URL', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'SIGNING_SECRET', 'PUBLIC_URL'],
  worker: ['DATABASE_URL', 'SMTP_URL'],
} as const;

/** The validated settings of this process. */
export type Config = z.infer<typeof settings>;

/** A setting is missing or wrong. The message has one line for each, naming the variable and what was expected. */
export class ConfigError extends Error {}

/**
 * Reads and checks all settings.
 * @param environment the variables, usually `process.env`; an empty or blank one counts as not set.
 * @param process what kind of process it is for.
 * @throws ConfigError naming every wrong or missing variable and what was expected. Values are not repeated, since they
 * may be secrets.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  process: keyof typeof neededInProduction = 'api',
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settings.safeParse(given);
  const wrong = (parsed.error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} must be ${message}`,
  );
  const problems = [
    ...wrong,
    ...missing(given, process),
    ...(process === 'api' ? signInProblems(given) : []),
    ...withoutTheOther(given),
    ...dkimProblems(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  return parsed.data;
}

function missing(
  given: Record<string, string | undefined>,
  process: keyof typeof neededInProduction,
): string[] {
  if (given.NODE_ENV !== 'production') {
    return given.OIDC_ISSUER !== undefined && given.OIDC_AUDIENCE === undefined
      ? ['OIDC_AUDIENCE must be set together with OIDC_ISSUER']
      : [];
  }
  const nowhere = given.S3_BUCKET === undefined && given.DOCUMENTS_DIR === undefined;
  return [
    ...neededInProduction[process]
      .filter((name) => given[name] === undefined)
      .map((name) => `${name} must be set when NODE_ENV is production; nothing embedded starts there`),
    ...(nowhere ? ['S3_BUCKET or DOCUMENTS_DIR must be set when NODE_ENV is production'] : []),
  ];
}

/** Settings that mean nothing without another one, and that one. */
const together = [
  ['MIGRATIONS_DATABASE_URL', 'DATABASE_URL'],
  ['S3_BUCKET', 'S3_REGION'],
  ['S3_ENDPOINT', 'S3_BUCKET'],
  ['PERSISTED_DOCUMENTS_ONLY', 'PERSISTED_DOCUMENTS'],
  ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['S3_SECRET_ACCESS_KEY', 'S3_ACCESS_KEY_ID'],
] as const;

function withoutTheOther(given: Record<string, string | undefined>): string[] {
  return together
    .filter(([name, other]) => given[name] !== undefined && given[other] === undefined)
    .map(([name, other]) => `${other} must be set together with ${name}`);
}
