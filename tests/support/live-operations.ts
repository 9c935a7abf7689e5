import { graphql } from '../../demo/generated/index.ts';

/** Where the live events stand, read together with a list (B5). */
export const liveCursorQuery = graphql(`
  query LiveCursor {
    homepageTasks(first: 1) { totalCount }
    liveCursor
  }
`);

/** The tasks of the user's homepage after a cursor. */
export const tasksAfterSubscription = graphql(`
  subscription TasksAfter($after: String) {
    homepageTaskChanged(after: $after) { cursor homepageTask { id type completedAt } }
  }
`);

/** The statuses of a case's referrals after a cursor. */
export const statusesAfterSubscription = graphql(`
  subscription StatusesAfter($caseId: ID!, $after: String) {
    referralStatusChanged(caseId: $caseId, after: $after) { cursor referral { id status } }
  }
`);

/** The notifications of a case after a cursor. */
export const notificationsAfterSubscription = graphql(`
  subscription NotificationsAfter($caseId: ID!, $after: String) {
    caseNotificationAdded(caseId: $caseId, after: $after) { cursor caseNotification { type } }
  }
`);
