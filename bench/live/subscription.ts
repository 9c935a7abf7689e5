/** What subscribers ask to be told: that there is something, by ids, or the whole row of My Notifications. */
export type Selection = 'ids' | 'row';

/** The fields of the task in each {@link Selection}. */
const fields: Record<Selection, string> = {
  ids: 'id type completedAt',
  row: 'id priorityLabel typeLabel caseNumber orgOrPlayer program createdBy dueDate dueDateLabel message completedAt',
};

/** The operation of a subscriber. */
export function subscription(selection: Selection): string {
  return `subscription Tasks($after: String) { homepageTaskChanged(after: $after) { cursor homepageTask { ${fields[selection]} } } }`;
}
