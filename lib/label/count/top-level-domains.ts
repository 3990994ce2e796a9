/**
 * Endings that make a bare `host.ending` a link. Sites carry the whole IANA list (some 1,500 names, 10 kB);
 * this one holds every country ending and the generic ones people post. Measured against the list that X
 * publishes: see README.md of lib/label. A link written with its protocol needs no list.
 */
const COUNTRIES =
  'acadaeafagaialamanaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickclcmcncocrcu' +
  'cvcwcxcyczdedjdkdmdodzeceeegehereseteufifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuidieil' +
  'iminioiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemfmgmhmkmlmmmnmompmqmrmsmtmumvmw' +
  'mxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssst' +
  'susvsxsysztctdtftgthtjtktltmtntotptrtttvtwtzuaugukumusuyuzvavcvevgvivnvuwfwsyeytzazmzw';

const GENERIC =
  'academy aero agency amsterdam app art asia audio band bar bayern berlin best bet bible biz blog boston build ' +
  'business buzz cafe camp capital cards care casa cash cat center chat church city click cloud club codes coffee ' +
  'com community company consulting cool coop courses day delivery design dev digital direct directory dog earth ' +
  'education email energy engineering events exchange expert family fan farm fashion film finance fit foundation ' +
  'fun fund fyi gallery game games garden gay gift global gold gov green group guide guru hamburg health help host ' +
  'hosting house how inc info ink institute int international jobs kim koeln land law legal life limited link live ' +
  'llc lol london love ltd market marketing mba media men miami mil mobi moe money mov music name net network news ngo ' +
  'ninja nyc one onion online ooo org page paris partners party photo photography photos pictures pizza place plus ' +
  'post press pro productions properties pub quebec radio red rent report rest restaurant review reviews rip rocks ' +
  'run sale school science services sex shop show singles site social software solar solutions space store studio ' +
  'style support swiss systems tax team tech technology tel tips today tokyo tools top tours town toys trade ' +
  'training travel tube university vegas video vip vision wales watch web website wedding wien wiki win wine work ' +
  'works world wtf xxx xyz yoga zip zone';

/** Endings outside ASCII; matched as a prefix since such scripts write on without a space. */
const INTERNATIONAL =
  '한국 香港 澳門 新加坡 台灣 台湾 中國 中国 გე ລາວ ไทย ලංකා ഭാരതം ಭಾರತ భారత్ சிங்கப்பூர் இலங்கை இந்தியா ଭାରତ ભારત ਭਾਰਤ ভাৰত ভারত ' +
  'বাংলা भारोत भारतम् भारत ڀارت پاکستان موريتانيا مليسيا مصر قطر فلسطين عمان عراق سورية سودان تونس بھارت بارت ایران امارات ' +
  'المغرب السعودية الجزائر البحرين الاردن հայ қаз укр срб рф мон мкд ею бел бг ευ ελ москва онлайн сайт рус орг ком дети ' +
  '网址 网站 公司 集团 在线 中文网 商城 みんな コム ストア קום كوم موقع شبكة';

interface Endings {
  ascii: ReadonlySet<string>;
  international: readonly string[];
}

let endings: Endings | undefined;

const readEndings = (): Endings => {
  endings ??= {
    ascii: new Set([...(COUNTRIES.match(/../gu) ?? []), ...GENERIC.split(' ')]),
    // Longest first, so that the longest ending is the one taken.
    international: INTERNATIONAL.split(' ').sort((a, b) => b.length - a.length),
  };
  return endings;
};

/**
 * Length of the ending at the start of `label` (the text after a dot, letters and marks only), 0 if there is
 * none. With `unknown`, any run of ASCII letters counts.
 */
export const matchEnding = (label: string, unknown = false): number => {
  const { ascii, international } = readEndings();
  const punycode = /^xn--[-0-9a-z]+/iu.exec(label);
  if (punycode) return punycode[0].length;
  const letters = /^[a-zA-Z]{2,}(?![0-9a-zA-Z])/u.exec(label)?.[0];
  if (letters !== undefined) return unknown || ascii.has(letters.toLowerCase()) ? letters.length : 0;
  return international.find((ending) => label.startsWith(ending))?.length ?? 0;
};
