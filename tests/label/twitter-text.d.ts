/** The part of the official package that the tests use. */
declare module 'twitter-text' {
  interface UrlEntity {
    url: string;
    indices: [number, number];
  }
  const twitterText: {
    parseTweet(text: string): { weightedLength: number };
    extractUrlsWithIndices(text: string): UrlEntity[];
  };
  export default twitterText;
}
