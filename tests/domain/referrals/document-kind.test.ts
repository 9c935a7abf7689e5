import { describe, expect, it } from 'vitest';
import { documentFileName } from '../../../src/domain/referrals/document-file-name.ts';
import { DocumentKindNotAllowed, documentKind } from '../../../src/domain/referrals/document-kind.ts';
import { docm, docx, jpeg, pdf, png, zip } from '../../support/sample-files.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the kind of a document', () => {
  it.each([
    ['a PDF', pdf(), 'application/pdf'],
    ['a PNG', png, 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a Word document', docx(), word],
    ['plain text', 'Résumé\r\n\tof Rosa Díaz — 3 < 4, and 5 > 4\f', 'text/plain'],
    ['plain text that begins like a bitmap', 'BMI 27 at the last visit', 'text/plain'],
    ['plain text that begins like a program', 'MZ has moved', 'text/plain'],
    ['plain text with an address in angle brackets', 'From: Ann <head@school.example>', 'text/plain'],
    ['plain text with a byte order mark', '\uFEFFᒥᒃᒪᐤ', 'text/plain'],
  ])('[R13] %s is found by its content', async (_what, bytes, mediaType) => {
    expect(await documentKind(Buffer.from(bytes))).toMatchObject({ mediaType });
  });

  it.each([
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML further on', 'Dear reader,\n<ScRiPt src=//x></script>'],
    ['HTML after white space', '\n  <p>Hello</p>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['XML', '<?xml version="1.0"?><a/>'],
    ['a shell script', '#!/bin/sh\nrm -rf /'],
    ['RTF', '{\\rtf1\\ansi hello}'],
    ['PostScript', '%!PS-Adobe-3.0\nshowpage\n'],
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])],
    ['a zip archive', zip({ 'a.txt': 'a' })],
    ['a Word document with macros', docm()],
    ['macros under the name of a plain Word document', docx({ 'word/vbaProject.bin': 'macros' })],
    ['a Word document that carries a program', docx({ 'word/embeddings/oleObject1.bin': 'MZ' })],
    ['a spreadsheet', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')],
    ['a GIF', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;'],
    ['text in another encoding', Buffer.from('R\xe9sum\xe9', 'latin1')],
    ['text with control characters', 'bell\x07 and escape\x1b[31m'],
    ['bytes of no kind', Buffer.from([1, 2, 3, 250, 251, 252])],
  ])('[R13] %s is refused', async (_what, bytes) => {
    await expect(documentKind(Buffer.from(bytes))).rejects.toThrow(DocumentKindNotAllowed);
  });

  it('[R13] is told in linear time, also of the most hostile text', async () => {
    const began = performance.now();
    for (const piece of ['<', ' ', '<a ', '#!']) {
      await documentKind(Buffer.from(`x${piece.repeat(3_000_000)}`)).catch(() => undefined);
    }
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

describe('the name of a document', () => {
  const asPdf = (name: string) =>
    documentFileName(name, { mediaType: 'application/pdf', extensions: ['pdf'] });
  const asJpeg = (name: string) =>
    documentFileName(name, { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] });

  it.each([
    ['Résumé.pdf', 'Résumé.pdf'],
    ['Résumé (final).PDF', 'Résumé (final).pdf'],
    ['Dr. Smith', 'Dr. Smith.pdf'],
    ['report.html', 'report.html.pdf'],
    ['evil.exe', 'evil.exe.pdf'],
    ['photo.png', 'photo.pdf'],
    ['C:\\fakepath\\letter.pdf', 'letter.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['a/b\\c.pdf', 'c.pdf'],
    ['..', 'document.pdf'],
    ['.pdf', 'document.pdf'],
    ['', 'document.pdf'],
    ['   ', 'document.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['CON.pdf', 'document.pdf'],
    ['two\r\nlines\0.pdf', 'twolines.pdf'],
    ['what? "this": <that>|*.pdf', 'what this that.pdf'],
    ['tab\tand  spaces .pdf', 'taband spaces.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
    ['zero\u200Bwidth\uFEFF.pdf', 'zerowidth.pdf'],
    ['\u3164.pdf', 'document.pdf'],
    ['\u2800\u200d\u034f.pdf', 'document.pdf'],
    ['the %22plan%22.pdf', 'the plan.pdf'],
    ['e\u0301.pdf', 'é.pdf'],
    ['履歴書 ملف.pdf', '履歴書 ملف.pdf'],
  ])('[R13] %j becomes %j', (given, expected) => {
    expect(asPdf(given)).toBe(expected);
  });

  it('[R13] keeps either extension of its kind', () => {
    expect([asJpeg('a.JPEG'), asJpeg('a.jpg'), asJpeg('a.pdf')]).toEqual(['a.jpeg', 'a.jpg', 'a.jpg']);
  });

  it('[R13] is cut between letters where it is too long for file systems', () => {
    const name = asPdf(`${'👨‍👩‍👧'.repeat(60)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(204);
    expect(name).toMatch(/^(👨‍👩‍👧)+\.pdf$/u);
  });
});
