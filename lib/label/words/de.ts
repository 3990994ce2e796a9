import type { LabelWords } from '../label-words.ts';

export const de: LabelWords = {
  brackets: ['[', ']'],
  roles: {
    assisted: {
      long: {
        named: '[AI / KI-unterstützt: geschrieben von {name}, mit KI überarbeitet]',
        unnamed: '[AI / KI-unterstützt: von einem Menschen geschrieben, mit KI überarbeitet]',
      },
      short: {
        named: '[AI / KI-unterstützt, geschrieben von {name}]',
        unnamed: '[AI / KI-unterstützt, von einem Menschen geschrieben]',
      },
    },
    coauthored: {
      long: {
        named: '[AI / mit KI verfasst: Entwurf mit KI, geprüft und bearbeitet von {name}]',
        unnamed: '[AI / mit KI verfasst: Entwurf mit KI, von einem Menschen geprüft und bearbeitet]',
      },
      short: {
        named: '[AI / mit KI verfasst, bearbeitet von {name}]',
        unnamed: '[AI / mit KI verfasst, von einem Menschen bearbeitet]',
      },
    },
    'generated-reviewed': {
      long: {
        named: '[AI / KI-generiert: Entwurf von KI, geprüft und freigegeben von {name}]',
        unnamed: '[AI / KI-generiert: Entwurf von KI, von einem Menschen geprüft und freigegeben]',
      },
      short: {
        named: '[AI / KI-generiert, geprüft von {name}]',
        unnamed: '[AI / KI-generiert, von einem Menschen geprüft]',
      },
    },
    'generated-prompted': {
      long: {
        named: '[AI / KI-generiert: Vorgabe von {name}, nicht im Einzelnen durchgesehen]',
        unnamed: '[AI / KI-generiert: nach Vorgabe, nicht im Einzelnen durchgesehen]',
      },
      short: {
        named: '[AI / KI-generiert, Vorgabe von {name}]',
        unnamed: '[AI / KI-generiert, nach Vorgabe]',
      },
    },
    autonomous: {
      long: {
        named: '[AI / KI-generiert, automatisch: kein Mensch beteiligt, veröffentlicht für {name}]',
        unnamed: '[AI / KI-generiert, automatisch: kein Mensch beteiligt]',
      },
      short: {
        named: '[AI / KI-generiert, automatisch für {name}]',
        unnamed: '[AI / KI-generiert, automatisch]',
      },
    },
  },
  partMark: '(AI/KI, siehe 1/{total})',
  typed: [
    {
      phrases: [
        'KI-unterstützt',
        'AI-unterstützt',
        'KI-gestützt',
        'mit KI überarbeitet',
        'mit Hilfe von KI geschrieben',
      ],
      roles: ['assisted'],
    },
    {
      phrases: ['mit KI verfasst', 'mit KI geschrieben', 'gemeinsam mit KI geschrieben', 'mit KI entworfen'],
      roles: ['coauthored'],
    },
    { phrases: ['automatisch von KI erstellt', 'automatisch KI-generiert'], roles: ['autonomous'] },
    {
      phrases: [
        'KI-generiert',
        'AI-generiert',
        'KI-erzeugt',
        'von KI erstellt',
        'mit KI erstellt',
        'von KI erzeugt',
        'mit KI erzeugt',
        'von KI geschrieben',
        'von KI verfasst',
        'durch KI erstellt',
      ],
      roles: ['generated-reviewed', 'generated-prompted', 'autonomous'],
    },
  ],
  smallWords: [
    'der',
    'die',
    'das',
    'und',
    'ist',
    'nicht',
    'ich',
    'ein',
    'eine',
    'mit',
    'auf',
    'für',
    'von',
    'zu',
    'auch',
    'wir',
    'sich',
  ],
};
