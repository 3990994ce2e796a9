import { expect, test } from 'vitest';
import { guessLanguage } from '#lib/label/guess-language.ts';

test.each([
  ['This is the story of a town that has not been on the map for years.', 'en'],
  ['Das ist die Geschichte einer Stadt, die seit Jahren nicht auf der Karte ist.', 'de'],
  ['C’est l’histoire d’une ville qui n’est pas dans les guides et que nous aimons.', 'fr'],
  ['Esta es la historia de una ciudad que no está en el mapa y que queremos por los amigos.', 'es'],
  ['これは地図に載っていない町の話です。', 'ja'],
  ['Hello world', undefined],
  ['', undefined],
  ['To jest historia miasta, którego nie ma na mapie od wielu lat.', undefined],
  ['这是一个不在地图上的城市的故事。', undefined],
  ['https://example.com/the/and/of/to/is/that', undefined],
])('%j is %s', (text, expected) => {
  expect(guessLanguage(text)).toBe(expected);
});
