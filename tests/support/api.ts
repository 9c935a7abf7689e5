import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, type Operation, type SignInOptions, signIn } from '../../demo/client.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database.ts';
import { developmentTokens } from '../../src/platform/development-tokens.ts';
import { startApi } from '../../src/start-api.ts';
import { createTestDatabase } from './database.ts';
import { evidenceFile, keepEvidence } from './evidence/keep-evidence.ts';
import { type Mailbox, type MailboxOptions, startMailbox } from './mailbox.ts';
import { requestBody } from './request-body.ts';

/** Signs tokens and letter links of every {@link TestApi}. */
export const signingSecret = 'only for tests, and long enough for that';

/** What the API answered over HTTP, as it came. */
export type RawAnswer = {
  status: number;
  headers: Headers;
  data?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
};

/** A signed-in user who can also look at answers as they come, errors and all. */
export type Visitor = Client & {
  /** The Authorization header of this user's requests. */
  authorization: string;
  /** A file in the `input` makes it a multipart request. */
  ask(document: Document, variables?: object, headers?: Record<string, string>): Promise<RawAnswer>;
};

type Document = string | Operation<unknown, never>;

/** The whole API in this process, on a database and a mail server of its own, reached over HTTP and WebSocket alone. */
export type TestApi = {
  /** Without a path. */
  url: string;
  /** The test's own client on the API's database. */
  database: Database;
  /** Where the API's mail goes. */
  mailbox: Mailbox;
  /** Where documents are kept. */
  documentsDirectory: string;
  /** The SQL statements that the API has issued, in order, without parameters. */
  statements: string[];
  /** Signs a sample user in; everyone signed in is signed out by {@link TestApi.stop}. */
  as(username: string, options?: SignInOptions): Promise<Visitor>;
  /** Asks with these headers alone. */
  ask(document: Document, variables?: object, headers?: Record<string, string>): Promise<RawAnswer>;
  stop(): Promise<void>;
};

type Settings = Record<string, string>;

/**
 * Starts a {@link TestApi} on the sample data.
 * @param options.worker whether it also handles jobs, as it does by default; without, nobody mails.
 * @param options.env settings besides those that it needs, perhaps by the URL of the database, that of its owner.
 */
export async function startTestApi(
  options: MailboxOptions & { worker?: boolean; env?: Settings | ((databaseUrl: string) => Settings) } = {},
): Promise<TestApi> {
  const { url: databaseUrl, database, drop } = await createTestDatabase();
  const mailbox = await startMailbox(options);
  const documentsDirectory = await mkdtemp(join(tmpdir(), 'handoff-documents-'));
  const statements: string[] = [];
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.smtpUrl,
    SIGNING_SECRET: signingSecret,
    WORKER: String(options.worker ?? true),
    LOG_LEVEL: 'debug',
    DOCUMENTS_DIR: documentsDirectory,
    RATE_LIMIT_USER: '0',
    RATE_LIMIT_ADDRESS: '0',
    RATE_LIMIT_FAILED_SIGN_INS: '0',
    ...(typeof options.env === 'function' ? options.env(databaseUrl) : options.env),
  });
  const { url, stop } = await startApi(config, {
    onQuery: (sql) => statements.push(sql),
    logTo: evidenceFile('log'),
  });
  const clients: Client[] = [];

  async function ask(
    document: Document,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<RawAnswer> {
    const content = requestBody(document.toString(), variables);
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...content.headers, ...headers },
      body: content.body,
    });
    const { status, headers: answered } = response;
    return { status, headers: answered, ...((await response.json()) as object) };
  }

  return {
    url,
    database,
    mailbox,
    documentsDirectory,
    statements,
    ask,
    async as(username, signInOptions) {
      const client = await signIn(url, username, signInOptions);
      const authorization = `Bearer ${await developmentTokens(signingSecret).issue(username)}`;
      clients.push(client);
      return {
        ...client,
        authorization,
        ask: (document, variables, headers) =>
          ask(document, variables, {
            authorization,
            'accept-language': signInOptions?.language ?? 'en',
            ...headers,
          }),
      };
    },
    async stop() {
      for (const client of clients) await client.close();
      keepEvidence('metrics', await (await fetch(`${url}/metrics`)).text());
      await stop();
      await mailbox.stop();
      await drop();
      await rm(documentsDirectory, { recursive: true, force: true });
    },
  };
}
