/** The placeholders a letter's text may use, written `{{clientName}}`. */
export const placeholders = [
  'clientName',
  'caseId',
  'programName',
  'receivingOrganization',
  'contactName',
  'sendingOrganization',
  'caseManagerName',
] as const;

/** What stands in for each placeholder. */
export type PlaceholderValues = Record<(typeof placeholders)[number], string>;

/** Puts the values in place of the placeholders; what a value holds is never read as a placeholder itself. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    placeholders.some((placeholder) => placeholder === name)
      ? values[name as keyof PlaceholderValues]
      : whole,
  );
}
