/** Given and family names that are ordinary words, places or months too. Folded. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
  art bill chance christian dawn dean drew earnest eve faith frank gene grace grant guy hope jack jay jean joy mark
  may pat penny rich rob rose rusty sandy skip sue will hunter chase destiny trinity harmony honor honour patience
  prudence charity mercy justice summer autumn winter spring april june august avril mai juin aout iris ivy lily daisy
  violet olive heather holly ginger ruby pearl jade amber crystal angel page miles max norm nick rod stew ward sage sky
  star sunny melody carol gale brook brooke forest forrest glen glenn reed river robin jasmine misty candy miracle royal
  noble major prince king duke earl ray dale cliff clay buck chuck dusty happy lucky storm wolf bear
  young long short brown white black green gray grey gold silver price church wood woods stone stones hill hills field
  fields brooks rivers lake lakes marsh bush rice bean beans berry cook baker butler carpenter cooper fisher farmer
  gardener gardner mason miller potter porter shepherd tanner turner walker weaver bell bells bishop pope abbot abbott
  knight cross day days monday sunday friday winters summers frost snow rain best good love strong swift sharp savage
  wise power powers pride case park parks bank banks bridge bridges mill mills castle hall house home homes small little
  low means moody moon sun moss rush sands singer speed steel street thorn water waters well wells west north south east
  workman law laws lane rowe way ways wall walls gates gate key keys ring rings close shore cove bay beach island isle
  cape head heard hurst drake fox crane swan finch lamb bull hogg wren parrot crow hawk hart buckle chambers court
  coats cotton silk fair fairly fine fry game garland goodwill grove hand hands hay head hunt hurt job jobs joiner
  judge jury lawless leader leaf legion light lord march marks marshall mayor more morrow nation newcomer nurse office
  page pages paul pay payne peace peach pence pepper perry person pick pike pine pitt plant pool post pound pratt
  purchase quick read reason rest right roach roads root sales salmon salt school sell settle shade ship shoe shore side
  sears seal service services sides simple singer skill sole spark sparks spear staff state stead still stock strange
  street tate temple tide tower town train true trust tune vale van vine wade wage wait waller want war ware waste watch
  weeks weir wild wing winner wish worth wynn year
  blanc blanche boucher boulanger berger chevalier claire clair colombe constant desire aime fleur fontaine grand gros
  cote couture paquet plante perron champagne juste leger lundi marchand marguerite marin marine martin mercier meunier moulin neuf noel ocean parfait pascal petit
  pierre pont porte prudent reine riviere roche roi rousse roux roy vallee vert vigne ville violette voisin olivier
  sauvage savard simard sage sol lavoie leblanc lebrun lafleur lalonde lacroix
  dung hang hung long man ming sang sing song sung tan tong wing song thin van
  amherst annapolis antigonish argyle barrington bedford berwick canso charlotte chester clare colchester cumberland
  dartmouth digby enfield florence guysborough halifax hants inverness kentville kings kingston lawrencetown london
  louisbourg lunenburg oxford paradise paris pictou preston queens richmond sackville shelburne stellarton sydney
  trenton truro victoria westville windsor wolfville yarmouth georgia virginia carolina india chelsea jordan israel
  phoenix austin dallas denver madison lincoln washington jackson york
  `
    .trim()
    .split(/\s+/),
);

/** Words of grammar and particles: a name that is one of them is found beside another part of the name only. Folded. */
export const smallWords: ReadonlySet<string> = new Set(
  `
  and any are but can did for had has her him his how its let not now off one our out own per say see she the two use
  was who why yes you all also from have more much some such than that them then they this very what when with your
  les des une est son sur que qui par pas plus pour dans avec sans sous mon ton ses nos vos leur elle ils aux ces cet
  mais donc car tout bien fait ici peu trop der den von van del las los dos bin ben ibn ter abu saint ste mac san dit
  della delle degli bint binti
  `
    .trim()
    .split(/\s+/),
);

/** Words that follow a name where it begins a sentence: "Grace is …", but "Grace period". Folded. */
export const wordsAfterNames: ReadonlySet<string> = new Set(
  `
  is was has had will would can could should might does did needs wants lives works likes loves speaks hopes plans
  called calls came comes started starts began completed finished left lost attended attends applied asked says said
  moved met enjoys
  est etait sera serait a avait aura aurait veut voudrait peut pourrait doit cherche souhaite habite suit aimerait
  travaille parle commence termine demande vient va
  `
    .trim()
    .split(/\s+/),
);
