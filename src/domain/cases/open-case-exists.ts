import { Refusal } from '../errors.ts';

/** The client has an open case of the same program at the organization. */
export class OpenCaseExists extends Refusal {
  override readonly name = 'OpenCaseExists';
  readonly code = 'OPEN_CASE_EXISTS';
  /** The id of that case, which the organization manages. */
  readonly caseId: string;

  constructor(caseId: string) {
    super({
      EN: 'Your organization has an open case of this program for the client already. Go on with that one, or close it first.',
      FR: 'Votre organisme a déjà un cas ouvert de ce programme pour ce client. Poursuivez avec celui-ci, ou fermez-le d’abord.',
    });
    this.caseId = caseId;
  }
}
