import { Refusal } from '../errors.ts';

/** An organization cannot be closed while it manages cases that are not closed. */
export class OrganizationHasOpenCases extends Refusal {
  override readonly name = 'OrganizationHasOpenCases';
  readonly code = 'ORGANIZATION_HAS_OPEN_CASES';
  /** Ids of those cases. */
  readonly caseIds: readonly string[];

  constructor(caseIds: readonly string[]) {
    super({
      EN: `This organization manages ${caseIds.length} open case(s). Transfer them to another organization, or have them closed, then try again.`,
      FR: `Cet organisme gère ${caseIds.length} cas ouvert(s). Transférez-les à un autre organisme ou faites-les fermer, puis réessayez.`,
    });
    this.caseIds = caseIds;
  }
}
