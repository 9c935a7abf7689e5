/** What each thing is known by wherever it shows; nothing else in the answers says so. */
export const marks = {
  person: 'zelda.quillfeather@client.example',
  goal: 'Become a lighthouse keeper',
  agreement: 'OFA-204117',
  reason: 'Reopened for a marker',
  contact: 'Ms. Marker Contact',
  note: 'Prefers a note with a marker',
  document: 'marker.pdf',
} as const;
