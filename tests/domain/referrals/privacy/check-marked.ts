import { findPrivacyFindings } from '../../../../src/domain/referrals/privacy/find-privacy-findings.ts';
import type { CheckedClient, TextFinding } from '../../../../src/domain/referrals/privacy/privacy-finding.ts';
import { expectedDetails } from './client.ts';
import { type Expected, readMarked } from './read-marked.ts';

/** Runs the check over a marked text as an email's content. */
export function checkMarked(
  marked: string,
  client: CheckedClient,
): { text: string; expected: Expected[]; found: TextFinding[] } {
  const { text, expected } = readMarked(marked);
  return { text, expected, found: findPrivacyFindings({ emailContent: text }, client, expectedDetails) };
}
