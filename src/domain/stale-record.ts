import { Refusal } from './errors.ts';

/** Somebody has changed the client's record or the case since the version that the change was based on. */
export class StaleRecord extends Refusal {
  override readonly name = 'StaleRecord';
  readonly code = 'STALE_RECORD';
  /** The version that it has by now. */
  readonly version: number;

  constructor(version: number) {
    super({
      EN: 'This record has been changed since you loaded it. Load it again, look at what has changed, then try again.',
      FR: 'Ce dossier a été modifié depuis que vous l’avez ouvert. Rechargez-le, voyez ce qui a changé, puis réessayez.',
    });
    this.version = version;
  }
}

/**
 * @param version the version that the user has seen; where none is given, any will do.
 * @throws StaleRecord where the record has another one.
 */
export function requireSeenVersion(record: { version: number }, version: number | null | undefined): void {
  if (typeof version === 'number' && version !== record.version) throw new StaleRecord(record.version);
}
