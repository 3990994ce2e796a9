import { declared, draft, silent } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const terms = ['Project Falcon', 'café', 'c++', '機密', 'STRASSE'];

export const lists: RuleLists = {
  accept: [
    { it: 'a harmless text', draft: draft('Good morning from Scunthorpe, a class act'), context: declared() },
    {
      it: 'a human post, which the rule is not asked about',
      draft: draft('this is fucking great'),
      context: silent,
    },
    {
      it: 'a term inside a longer word',
      draft: draft('cafés, cafeteria'),
      context: declared(),
      options: { terms: ['cafe'] },
    },
    {
      it: 'an English list for a German text',
      draft: draft('Das Brett ist dick und nicht für die Wand, sagt der Meister'),
      context: declared(),
    },
    {
      it: 'the English list switched off',
      draft: draft('this is fucking great'),
      context: declared(),
      options: { english: false },
    },
  ],
  reject: [
    {
      it: 'a word in the content warning',
      draft: { ...draft('Hello there'), warning: 'fucking spoilers' },
      context: declared(),
      code: 'prohibitedWords',
    },
    {
      it: 'a word in the title',
      draft: { ...draft('Hello there'), title: 'fucking great' },
      context: declared(),
      code: 'prohibitedWords',
    },
    {
      it: 'a word of the English list',
      draft: draft('this is fucking great'),
      context: declared(),
      code: 'prohibitedWords',
      spans: [[8, 12]],
    },
    {
      it: 'a word in disguise',
      draft: draft('what a sh1t'),
      context: declared(),
      code: 'prohibitedWords',
      spans: [[7, 11]],
    },
    {
      it: 'a human post, where the policy says all',
      draft: draft('this is fucking great'),
      context: silent,
      options: { applies: 'all' },
      code: 'prohibitedWords',
      spans: [[8, 12]],
    },
    {
      it: 'a phrase, in another case and spacing',
      draft: draft('about PROJECT  falcon.'),
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
      spans: [[6, 21]],
    },
    {
      it: 'a term with other accents',
      draft: draft('in a Cafe\u0301 or cafe'),
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
      spans: [
        [5, 10],
        [14, 18],
      ],
    },
    {
      it: 'a term with hidden characters in it',
      draft: draft('Project Fal\u200Bcon'),
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
      spans: [[0, 15]],
    },
    {
      it: 'a term of signs',
      draft: draft('I like C++!'),
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
      spans: [[7, 10]],
    },
    {
      it: 'a term in a script without spaces',
      draft: draft('これは機密です'),
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
      spans: [[3, 5]],
    },
    {
      it: 'a sharp s',
      draft: draft('Die Straße'),
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
      spans: [[4, 10]],
    },
    {
      it: 'the description of a picture',
      draft: {
        ...draft('Look'),
        parts: [{ text: 'Look', media: [{ kind: 'image', key: 'a', alt: 'Project Falcon' }] }],
      },
      context: declared(),
      options: { terms },
      code: 'prohibitedWords',
    },
  ],
};
