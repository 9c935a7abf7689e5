import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * The schema engine's way to PostgreSQL. Prisma's adapter cuts a script at every semicolon and runs the pieces one by one,
 * which breaks function bodies and leaves half a migration behind when one fails. This one sends a script whole, and
 * PostgreSQL runs it as one transaction.
 */
export class WholeScriptAdapter extends PrismaPg {
  /** Why the last script failed: the database's message, its SQLSTATE and the line, without any data. */
  failure: Error | undefined;
  readonly #pool: pg.Pool;

  /** @param databaseUrl a postgres:// URL; connected to when first used. */
  constructor(databaseUrl: string) {
    // One connection, since the engine's own lock belongs to a session.
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    super(pool);
    this.#pool = pool;
  }

  /** Connects as the engine asks; scripts go whole. */
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await this.#pool.query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const message = describe(error, script);
        this.failure = new Error(message);
        throw new DriverAdapterError({
          kind: 'postgres',
          code: error.code ?? '',
          severity: error.severity ?? 'ERROR',
          message,
          detail: undefined,
          column: error.column,
          hint: error.hint,
        });
      }
    };
    return adapter;
  }

  /** Closes the connection. */
  async end(): Promise<void> {
    await this.#pool.end();
  }
}

/** The detail is left out, and so is the message of a data exception: they quote rows, whose contents belong in no log. */
function describe(error: pg.DatabaseError, script: string): string {
  const message = error.code?.startsWith('22') ? 'some existing data does not fit' : error.message;
  const line =
    error.position === undefined
      ? ''
      : `, line ${script.slice(0, Number(error.position) - 1).split('\n').length}`;
  return `${message} (SQLSTATE ${error.code}${line})`;
}
