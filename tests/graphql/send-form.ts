import type { TestApi } from '../support/api.ts';
import { addDocumentMutation } from '../support/notes-and-documents.ts';

/** The parts of a multipart request, in their order. */
export type Parts = [name: string, value: string | File][];

/** The field that says which variable the file is. */
export const map = JSON.stringify({ 0: ['variables.input.file'] });

/** The field that adds a document to a referral. */
export function operations(referralId: string): string {
  return JSON.stringify({
    query: addDocumentMutation.toString(),
    variables: { input: { referralId, file: null } },
  });
}

/** Sends a form as it is, with these headers alone; the status of the answer, its data, and the code of its first error. */
export async function sendForm({ url }: TestApi, headers: Record<string, string>, parts: Parts) {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: form });
  const body = (await answer.json()) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
  return { status: answer.status, data: body.data, code: body.errors?.[0]?.extensions?.code };
}
