import { GraphQLError, GraphQLScalarType } from 'graphql';
import type { Bilingual } from '../domain/language.ts';
import type { SentFile } from '../domain/referrals/add-referral-document.ts';
import { isFile } from './accept-uploads.ts';
import { builder } from './builder.ts';
import { currentLanguage } from './request-language.ts';

const text: Bilingual = {
  EN: 'Send the file as a part of a multipart/form-data request, and null in its place.',
  FR: 'Envoyez le fichier comme partie d’une requête multipart/form-data, et null à sa place.',
};

/** A file in the input of a mutation; see acceptUploads for how it gets there. */
const FileScalar = new GraphQLScalarType<SentFile, never>({
  name: 'File',
  parseValue(value) {
    if (isFile(value)) return value;
    throw notAFile();
  },
  parseLiteral() {
    throw notAFile();
  },
  serialize() {
    throw new TypeError('files are never part of an answer');
  },
});

builder.addScalarType('File', FileScalar, {
  description:
    'A file, sent as a part of a multipart/form-data request by the GraphQL multipart request specification.',
});

function notAFile(): GraphQLError {
  return new GraphQLError(text[currentLanguage()], { extensions: { code: 'BAD_USER_INPUT' } });
}
