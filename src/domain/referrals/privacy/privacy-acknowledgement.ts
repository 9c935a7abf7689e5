import { Refusal } from '../../errors.ts';
import type { PrivacyFinding } from './privacy-finding.ts';

/** Subject or content may tell something personal of the client, and nobody has said that they may go out like this (B3). */
export class PrivacyFindingsNotAcknowledged extends Refusal {
  override readonly name = 'PrivacyFindingsNotAcknowledged';
  readonly code = 'PRIVACY_FINDINGS_NOT_ACKNOWLEDGED';
  override readonly asks = true;
  readonly findings: PrivacyFinding[];

  constructor(findings: PrivacyFinding[]) {
    super({
      EN: 'The email may give away personal information about the client. Look at each place: correct the text, or submit it as it is if it tells nothing about the client.',
      FR: 'Le courriel pourrait divulguer des renseignements personnels sur le client. Vérifiez chaque passage; corrigez le texte, ou soumettez-le tel quel s’il ne révèle rien sur le client.',
    });
    this.findings = findings;
  }
}

/**
 * Asks for an acknowledgement where subject or content of a referral have findings, however severe (B3).
 * @returns what goes on record: that it was acknowledged, and how many findings of what kinds in which field, never what is
 * written there nor where (D14); nothing where there are none.
 * @throws PrivacyFindingsNotAcknowledged.
 */
export function requirePrivacyAcknowledged(findings: PrivacyFinding[], acknowledged: boolean): string[] {
  if (findings.length === 0) return [];
  if (!acknowledged) throw new PrivacyFindingsNotAcknowledged(findings);
  const counts = new Map<string, number>();
  for (const { field, kind } of findings) {
    const name = `${field}.${kind}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return ['acknowledgePrivacyFindings', ...[...counts].map(([name, count]) => `${name}:${count}`).toSorted()];
}
