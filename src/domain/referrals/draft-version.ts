import type { Referral } from '../../generated/prisma/client.ts';
import { Refusal } from '../errors.ts';

/** Someone else has changed the draft since the version that the action was based on. */
export class StaleDraft extends Refusal {
  override readonly name = 'StaleDraft';
  readonly code = 'STALE_DRAFT';
  /** The version that the draft has by now. */
  readonly version: number;

  constructor(version: number) {
    super({
      EN: 'This draft has been changed since you loaded it. Load it again, look at what has changed, then try again.',
      FR: 'Cette ébauche a été modifiée depuis que vous l’avez ouverte. Rechargez-la, voyez ce qui a changé, puis réessayez.',
    });
    this.version = version;
  }
}

/**
 * @param version the version that the user has seen; where none is given, any will do.
 * @throws StaleDraft where the draft has another one.
 */
export function requireVersion(
  referral: Pick<Referral, 'version'>,
  version: number | null | undefined,
): void {
  if (typeof version === 'number' && version !== referral.version) throw new StaleDraft(referral.version);
}
