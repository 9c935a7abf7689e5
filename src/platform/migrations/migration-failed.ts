/** A migration cannot be applied. The message names it and says what to do; it holds no data of any row. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  /** The name of the migration's folder. */
  readonly migration: string;

  constructor(migration: string, message: string, options?: ErrorOptions) {
    super(`Migration ${migration} ${message}`, options);
    this.migration = migration;
  }
}
