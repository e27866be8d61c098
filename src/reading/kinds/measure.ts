import { cue, type KindCues } from './cue.ts';

/** A state or its society acts outside cyberspace. */
export const measure: KindCues = {
  kind: 'measure',
  cues: [
    cue(
      'sanction(?:s|ed|ing)?|embargo(?:es)?|tariffs?|boycott(?:s|ed|ing)?|blacklist(?:ed|ing)?|export (?:ban|control)s?',
      3,
    ),
    cue(
      '(?:was|were|been|has|have|had|jury|authorities|prosecutors|department) (?:\\w+ )?indicted|indict(?:ed|s|ing)|charg(?:ed|es|ing) (?:\\S+ ){0,6}(?:with|for|over|in)|(?:criminal|federal|new) charges|charges (?:include|against|of)|indictments? (?:was|were|by|against|in|of)|returned an indictment|arrest(?:ed|s|ing)?|extradit\\w+|prosecut(?:e|ed|ion|ing)|convicted|sentenced|pleaded guilty|wanted (?:man|list|by)|custody|jailed|imprison\\w+|detain\\w+|captured',
      3,
    ),
    cue(
      'expel(?:led|ling|s)?|expulsion|persona non grata|declared (?:\\w+ )?unwelcome|summon(?:ed|s)? (?:\\S+ ){0,4}ambassador|recall(?:ed)? (?:\\S+ ){0,3}ambassador|severed (?:\\w+ )?ties',
      3,
    ),
    cue(
      '(?:missile|military|troops?|defen[cs]e system|weapons?|thaad|warships?|radar) (?:\\S+ ){0,6}(?:deploy\\w*|station\\w*|mov(?:ed|ing)|operational|install\\w*)|deploy(?:s|ed|ing|ment)? (?:of |in |a |an |the )(?:\\S+ ){0,5}(?:system|missiles?|troops|thaad|forces|weapons?|terminal)',
      3,
    ),
    cue(
      '(?:ban(?:s|ned|ning)?|block(?:s|ed|ing) (?:the )?(?:sale|import|export|use|entry)|prohibit(?:s|ed|ing)?|restrict(?:s|ed|ing|ions?)?|suspend(?:s|ed|ing)?|clos(?:ed|ure|ing) (?:\\S+ ){0,3}(?:stores?|shops?|offices?|consulates?|embass\\w+|compounds?))|stores? (?:\\S+ ){0,4}closed',
      3,
    ),
    cue(
      '(?:sign(?:ed|s)?|issued|passed|enacted|approved|introduced|adopted|proposed) (?:\\S+ ){0,4}(?:order|law|bill|legislation|act|decree|rules?|regulations?|resolution|treaty|agreement|pact)|executive order|(?:new|draft|federal|proposed) (?:law|legislation|bill|rules?|regulations?)|presidential (?:directive|order)',
      3,
    ),
    cue(
      '(?:bilateral|cyber|trade|peace|nuclear|landmark)? ?(?:agreement|accord|treaty|pact|truce) (?:\\S+ ){0,4}(?:between|with|not to|to|that)|agreed (?:not )?to|negotiat\\w+|talks (?:with|between|on)|joint measures|diplomatic',
      2,
    ),
    cue(
      'protest(?:s|ed|ers?|ing)? (?:gathered|at|outside|against|in|rall\\w+)|demonstrat(?:ed|ors?|ions?) (?:against|outside|in)|rall(?:y|ied)|strike by',
      3.5,
    ),
    cue(
      'fin(?:ed|es) (?:\\S+ )?(?:\\$|£|€)?\\d|penalt(?:y|ies)|lawsuits?|sued|seiz(?:ed|ure|ing)|froze(?:n)?|freez(?:e|ing) (?:\\w+ )?assets|asset freeze|rewards? (?:of|for)|bounty|subpoena\\w*|took (?:down|control of)|takedown|shut down (?:by|the (?:botnet|site))',
      2,
    ),
    cue(
      'heavy-handed measures|economic (?:pressure|retaliation|coercion|measures|punishment)|retaliatory (?:measures|steps|action)|countermeasures|pressur(?:e|ed|ing) (?:south|north|the|its|china|russia|iran|taiwan|ukraine|georgia|estonia|seoul|beijing|moscow)|military (?:drills?|exercises?|action|strikes?)|nuclear tests?|missile (?:tests?|launch\\w*)',
      2.5,
    ),
    cue('dismiss(?:ed|al)|fired|resign(?:ed|ation|s)?|stepped down|appointed|recus\\w+|impeach\\w+', 1.5),
  ],
};
