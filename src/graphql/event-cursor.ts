/** Describes the field `cursor` of every event. */
export const cursorDescription =
  'Where this event stands among all others. Keep that of the last one you have dealt with, and name it as "after" when you subscribe again.';

/** Describes the argument `after` of every subscription. */
export const afterDescription =
  'The cursor of the last event you have dealt with, or a liveCursor: what has come since is replayed in order, as far as you may see it now, and then the subscription goes on live, without gap or double. Refused with CURSOR_TOO_OLD where that is no longer kept.';
