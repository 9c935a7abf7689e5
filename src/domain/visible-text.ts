const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether there is something to see in a text: spaces are not, nor letters that are blank, such as the Hangul filler. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}
