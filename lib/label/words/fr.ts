import type { LabelWords } from '../label-words.ts';

export const fr: LabelWords = {
  brackets: ['[', ']'],
  roles: {
    assisted: {
      long: {
        named: '[AI / assisté par IA : écrit par {name}, retouché avec l’IA]',
        unnamed: '[AI / assisté par IA : écrit par une personne, retouché avec l’IA]',
      },
      short: {
        named: '[AI / assisté par IA, écrit par {name}]',
        unnamed: '[AI / assisté par IA, écrit par une personne]',
      },
    },
    coauthored: {
      long: {
        named: '[AI / coécrit avec l’IA : ébauche avec l’IA, relu et modifié par {name}]',
        unnamed: '[AI / coécrit avec l’IA : ébauche avec l’IA, relu et modifié par une personne]',
      },
      short: {
        named: '[AI / coécrit avec l’IA, modifié par {name}]',
        unnamed: '[AI / coécrit avec l’IA, modifié par une personne]',
      },
    },
    'generated-reviewed': {
      long: {
        named: '[AI / généré par IA : ébauche de l’IA, relu et approuvé par {name}]',
        unnamed: '[AI / généré par IA : ébauche de l’IA, relu et approuvé par une personne]',
      },
      short: {
        named: '[AI / généré par IA, relu par {name}]',
        unnamed: '[AI / généré par IA, relu par une personne]',
      },
    },
    'generated-prompted': {
      long: {
        named: '[AI / généré par IA : consigne de {name}, non vérifié en détail]',
        unnamed: '[AI / généré par IA : sur consigne, non vérifié en détail]',
      },
      short: {
        named: '[AI / généré par IA, consigne de {name}]',
        unnamed: '[AI / généré par IA, sur consigne]',
      },
    },
    autonomous: {
      long: {
        named: '[AI / généré par IA automatiquement : sans intervention humaine, publié pour {name}]',
        unnamed: '[AI / généré par IA automatiquement : sans intervention humaine]',
      },
      short: {
        named: '[AI / généré par IA automatiquement pour {name}]',
        unnamed: '[AI / généré par IA automatiquement]',
      },
    },
  },
  partMark: '(AI/IA, voir 1/{total})',
  typed: [
    {
      phrases: ['assisté par IA', 'assisté par l’IA', 'retouché avec l’IA', 'écrit avec l’aide de l’IA'],
      roles: ['assisted'],
    },
    {
      phrases: ['coécrit avec l’IA', 'écrit avec l’IA', 'rédigé avec l’IA', 'ébauché avec l’IA'],
      roles: ['coauthored'],
    },
    { phrases: ['généré automatiquement par IA', 'généré automatiquement par l’IA'], roles: ['autonomous'] },
    {
      phrases: [
        'généré par IA',
        'généré par l’IA',
        'généré avec l’IA',
        'créé par IA',
        'créé par l’IA',
        'créé avec l’IA',
        'écrit par l’IA',
        'rédigé par l’IA',
      ],
      roles: ['generated-reviewed', 'generated-prompted', 'autonomous'],
    },
  ],
  smallWords: [
    'le',
    'les',
    'et',
    'est',
    'des',
    'une',
    'pas',
    'pour',
    'que',
    'qui',
    'dans',
    'avec',
    'sur',
    'je',
    'nous',
    'vous',
    'au',
  ],
};
