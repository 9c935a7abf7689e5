/** US Letter and its margins, in points; y grows upwards from the bottom edge, as PDF has it. */
export const page = { width: 612, height: 792, left: 72, right: 540 } as const;

/** Width of the text column. */
export const textWidth = page.right - page.left;

/** Where body text begins on pages after the first, and the lowest line it may reach on any. */
export const body = { top: 712, bottom: 92 } as const;
