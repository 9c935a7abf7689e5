import { graphql } from '../../demo/generated/index.ts';
import type { Visitor } from './api.ts';

/** Adds a note to a referral (R13). */
export const addNoteMutation = graphql(`
  mutation AddNote($input: AddReferralNoteInput!) {
    addReferralNote(input: $input) {
      __typename
      ... on AddReferralNoteSuccess { note { id text createdAt author { username } } }
      ...Refusal
    }
  }
`);

/** Adds a file to a draft (R13). */
export const addDocumentMutation = graphql(`
  mutation AddDocument($input: AddReferralDocumentInput!) {
    addReferralDocument(input: $input) {
      __typename
      ... on AddReferralDocumentSuccess {
        document { id fileName mediaType byteSize sha256 createdAt uploadedBy { username } link { url expiresAt } }
      }
      ...Refusal
    }
  }
`);

/** Removes a document from its draft (R13). */
export const removeDocumentMutation = graphql(`
  mutation RemoveDocument($input: RemoveReferralDocumentInput!) {
    removeReferralDocument(input: $input) {
      __typename
      ... on RemoveReferralDocumentSuccess { referral { documents { nodes { id } } } }
      ...Refusal
    }
  }
`);

/** The notes and documents of a referral, as whoever sees it sees them. */
export const attachedQuery = graphql(`
  query Attached($referralId: ID!) {
    node(id: $referralId) {
      ... on Referral {
        notes { totalCount nodes { id text author { username } } }
        documents { totalCount nodes { id fileName mediaType byteSize sha256 uploadedBy { username } link { url } } }
      }
    }
  }
`);

/** A document as the API shows it after it was added. */
export type AddedDocument = {
  id: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  uploadedBy: { username: string };
  link: { url: string; expiresAt: string };
};

/**
 * Adds a document through the API, by a multipart request.
 * @throws with the whole answer when it was not added.
 */
export async function addDocument(visitor: Visitor, referralId: string, sent: File): Promise<AddedDocument> {
  const answer = await visitor.ask(addDocumentMutation, { input: { referralId, file: sent } });
  const result = (answer.data as { addReferralDocument?: { document?: AddedDocument } } | undefined)
    ?.addReferralDocument;
  if (result?.document === undefined) throw new Error(JSON.stringify(answer));
  return result.document;
}

/** Adds a note through the API; the id of the note. */
export async function addNote(visitor: Visitor, referralId: string, text: string): Promise<string> {
  const answer = await visitor.ask(addNoteMutation, { input: { referralId, text } });
  const result = (answer.data as { addReferralNote?: { note?: { id: string } } } | undefined)
    ?.addReferralNote;
  if (result?.note === undefined) throw new Error(JSON.stringify(answer));
  return result.note.id;
}
