import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/platform/config.ts';

/** The lines that a refusal of these settings has. */
function problems(environment: Record<string, string>, process?: 'api' | 'worker'): string[] {
  try {
    readConfig(environment, process);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need none of them in development, and serve this machine alone then', () => {
    expect(readConfig({})).toEqual({
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      CORS_ORIGINS: [],
      TRUST_PROXY: [],
      RATE_LIMIT_USER: 3_000,
      RATE_LIMIT_ADDRESS: 6_000,
      RATE_LIMIT_FAILED_SIGN_INS: 60,
      PERSISTED_DOCUMENTS_ONLY: false,
      PORT: 4000,
      DATA_DIR: '.data',
      DATABASE_POOL_SIZE: 10,
      MAIL_FROM: 'no-reply@handoff.example',
      OIDC_CLOCK_TOLERANCE: 10,
      PROGRAM_TIME_ZONE: 'America/Halifax',
      WORKER: true,
      LOG_LEVEL: 'info',
    });
  });

  it('count as not set where they are empty or blank', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', SIGNING_SECRET: '' })).toEqual(readConfig({}));
  });

  it('take what they are given', () => {
    const given = {
      DATABASE_URL: 'postgres://db/handoff',
      SMTP_URL: 'smtps://u:p@mail',
      OIDC_AUDIENCE: 'us',
    };
    const set = { PORT: '0', WORKER: 'false', DATABASE_POOL_SIZE: '200', OIDC_ISSUER: 'https://issuer/' };
    expect(readConfig({ ...given, ...set })).toMatchObject({
      ...given,
      PORT: 0,
      WORKER: false,
      DATABASE_POOL_SIZE: 200,
      OIDC_ISSUER: 'https://issuer/',
    });
  });

  it.each([
    ['NODE_ENV', 'prod', 'development, test or production'],
    ['PORT', 'four', 'a port number'],
    ['PORT', '65536', 'a port number'],
    ['PORT', '-1', 'a port number'],
    ['PORT', '80.5', 'a port number'],
    ['PUBLIC_URL', 'ftp://handoff', 'a URL that begins with http:// or https://'],
    ['DATABASE_URL', 'mysql://me:s3cr3t@db/x', 'a URL that begins with postgres:// or postgresql://'],
    ['DATABASE_POOL_SIZE', '0', 'a whole number from 1 to 200'],
    ['DATABASE_POOL_SIZE', '201', 'a whole number from 1 to 200'],
    ['DATABASE_POOL_SIZE', 'many', 'a whole number from 1 to 200'],
    ['SMTP_URL', 'http://me:s3cr3t@mail', 'a URL that begins with smtp:// or smtps://'],
    ['SMTP_REQUIRE_TLS', 'yes', 'true or false'],
    ['MAIL_FROM', 'nobody', 'an email address'],
    ['OIDC_ISSUER', 'issuer.example', 'a URL that begins with http:// or https://'],
    ['OIDC_CLOCK_TOLERANCE', '301', 'a whole number of seconds from 0 to 300'],
    ['OIDC_CLOCK_TOLERANCE', '-1', 'a whole number of seconds from 0 to 300'],
    ['SIGNING_SECRET', 's3cr3t', 'at least 32 characters'],
    ['PROGRAM_TIME_ZONE', 'Atlantic', 'an IANA time zone, for example America/Halifax'],
    ['WORKER', 'yes', 'true or false'],
    ['METRICS_PORT', 'on', 'a port number'],
    [
      'CORS_ORIGINS',
      'https://app.example/,*',
      'origins between commas, such as https://app.example.org, each without a path',
    ],
    ['TRUST_PROXY', '10.0.0.0/33', 'addresses or networks between commas, such as 10.0.0.0/8'],
    ['RATE_LIMIT_USER', '-1', 'a whole number of points a minute, or 0'],
    ['RATE_LIMIT_ADDRESS', 'many', 'a whole number of points a minute, or 0'],
    ['RATE_LIMIT_FAILED_SIGN_INS', '1.5', 'a whole number of points a minute, or 0'],
    ['INTROSPECTION', 'on', 'open, signed-in or off'],
    ['LOG_LEVEL', 'loud', 'silent, fatal, error, warn, info or debug'],
  ])('name %s where it is %j, and what was expected', (name, value, expected) => {
    expect(problems({ OIDC_AUDIENCE: 'us', [name]: value })).toEqual([`${name} must be ${expected}`]);
  });

  it('of persisted documents alone need the documents, and say yes or no', () => {
    expect(problems({ PERSISTED_DOCUMENTS_ONLY: 'true' })).toEqual([
      'PERSISTED_DOCUMENTS must be set together with PERSISTED_DOCUMENTS_ONLY',
    ]);
    expect(problems({ PERSISTED_DOCUMENTS: 'documents.json', PERSISTED_DOCUMENTS_ONLY: 'yes' })).toEqual([
      'PERSISTED_DOCUMENTS_ONLY must be true or false',
    ]);
  });

  it('never repeat the value, which may be a secret', () => {
    const message = problems({
      DATABASE_URL: 'mysql://me:s3cr3t@db',
      SMTP_URL: 's3cr3t',
      SIGNING_SECRET: 's3cr3t',
    }).join();
    expect(message).not.toContain('s3cr3t');
  });

  it('are all named in one answer, the wrong and the missing', () => {
    expect(problems({ PORT: 'four', LOG_LEVEL: 'loud', OIDC_ISSUER: 'https://issuer' })).toEqual([
      'PORT must be a port number',
      'LOG_LEVEL must be silent, fatal, error, warn, info or debug',
      'OIDC_AUDIENCE must be set together with OIDC_ISSUER',
    ]);
  });
});

describe('settings of S3', () => {
  it.each([
    [{ S3_BUCKET: 'documents' }, 'S3_REGION must be set together with S3_BUCKET'],
    [{ S3_ENDPOINT: 'https://s3' }, 'S3_BUCKET must be set together with S3_ENDPOINT'],
    [{ S3_ACCESS_KEY_ID: 'id' }, 'S3_SECRET_ACCESS_KEY must be set together with S3_ACCESS_KEY_ID'],
    [{ S3_SECRET_ACCESS_KEY: 's3cr3t' }, 'S3_ACCESS_KEY_ID must be set together with S3_SECRET_ACCESS_KEY'],
    [
      { S3_BUCKET: 'documents', S3_REGION: 'r', S3_ENDPOINT: 's3' },
      'S3_ENDPOINT must be a URL that begins with http:// or https://',
    ],
  ])('%j lacks something', (given, problem) => {
    expect(problems(given as Record<string, string>)).toEqual([problem]);
  });
});

describe('settings in production', () => {
  const complete = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://db/handoff',
    SMTP_URL: 'smtp://mail',
    OIDC_ISSUER: 'https://issuer',
    OIDC_AUDIENCE: 'handoff',
    SIGNING_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://handoff',
    DOCUMENTS_DIR: '/srv/documents',
  };
  const needed = Object.keys(complete).filter((name) => !['NODE_ENV', 'DOCUMENTS_DIR'].includes(name));
  const nowhere = 'S3_BUCKET or DOCUMENTS_DIR must be set when NODE_ENV is production';

  it('are enough when all that would be embedded is named', () => {
    expect(problems(complete)).toEqual([]);
  });

  it('are all named that are missing', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      ...needed.map(
        (name) => `${name} must be set when NODE_ENV is production; nothing embedded starts there`,
      ),
      nowhere,
    ]);
  });

  it.each(needed)('cannot do without %s', (name) => {
    expect(problems({ ...complete, [name]: '' })).toEqual([expect.stringContaining(`${name} must be set`)]);
  });

  it('are fewer for a worker, which signs nobody in and serves nothing', () => {
    const { DATABASE_URL, SMTP_URL, DOCUMENTS_DIR } = complete;
    expect(problems({ NODE_ENV: 'production', DATABASE_URL, SMTP_URL, DOCUMENTS_DIR }, 'worker')).toEqual([]);
    expect(problems({ NODE_ENV: 'production' }, 'worker')).toEqual([
      expect.stringContaining('DATABASE_URL must be set'),
      expect.stringContaining('SMTP_URL must be set'),
      nowhere,
    ]);
  });

  it('[R13] say where documents are kept: in a directory or in a bucket', () => {
    const { DOCUMENTS_DIR: _, ...rest } = complete;
    expect(problems(rest)).toEqual([nowhere]);
    expect(problems({ ...rest, S3_BUCKET: 'documents', S3_REGION: 'ca-central-1' })).toEqual([]);
  });
});
