import { Refusal } from '../errors.ts';

/** A case manager cannot be disabled, or cease to be one, while they have cases that are not closed. */
export class StaffMemberHasOpenCases extends Refusal {
  override readonly name = 'StaffMemberHasOpenCases';
  readonly code = 'STAFF_MEMBER_HAS_OPEN_CASES';
  /** Ids of those cases. */
  readonly caseIds: readonly string[];

  constructor(caseIds: readonly string[]) {
    super({
      EN: `This staff member has ${caseIds.length} open case(s). Hand them over to another case manager (transferCaseload), then try again.`,
      FR: `Ce membre du personnel a ${caseIds.length} cas ouvert(s). Confiez-les à un autre gestionnaire de cas (transferCaseload), puis réessayez.`,
    });
    this.caseIds = caseIds;
  }
}
