import { describe, expect, it } from 'vitest';
import { saysCopy } from '#lib/sources/copy-words.ts';

describe('saysCopy', () => {
  it.each([
    'Copy',
    'Copy response',
    'Copy to clipboard',
    'Antwort kopieren',
    'Copier',
    'Copiar respuesta',
    'Copia',
    'Kopiëren',
    'Skopiuj',
    'Kopiera',
    'Yanıtı kopyala',
    'Скопировать',
    'نسخ',
    'कॉपी करें',
    'コードをコピーする',
    '복사하기',
    '复制回答',
    '複製',
  ])('%s', (name) => {
    expect(saysCopy(name)).toBe(true);
  });

  it.each(['', 'Copyright 2026', 'Share', 'Retry', 'Photocopy shop', 'Teilen', `Copy ${'that '.repeat(20)}`])(
    'not %s',
    (name) => {
      expect(saysCopy(name)).toBe(false);
    },
  );
});
