/**
 * Eponyms, makers and brands that operative notes write with a capital. Unless a title, a label or a credential
 * stands beside it, such a word is an instrument or an operation, never a person.
 */
export const EPONYMS: ReadonlySet<string> = new Set(
  `gunn kennedy weinberg liliequist goldenberg rosenmuller blumberg sternberg carter carter-thomason thomason fick barbara santa abbott achilles ackermann acland adamkiewicz adams adson aesculap ahmed aiken akin albarran albee albert alcon
  alexander alfieri allen allis allman alloderm altemeier alvarado amplatz ancef anderson andrews angelman angiocath
  apgar argyle arnold arthrex ashworth aspen astler atasoy austin auvard axis babcock babinski bacon baerveldt bailey
  bair baker bakes bakri balfour ballantine balser bandl bankart bard barkan barlow barraquer barrett barron
  bartholin barton bartter bassini batista bausch baxter beaver bechert beckman beckmann beckwith becton beger behcet
  bell bellini bellucci belsey bennett bentall bentson berci berens berenstein bergen berger berman bern bernstein
  betadine bethune bevan bick bidirectional bier bigelow billau billroth biomet birmingham bishop blair blake
  blakemore blalock blumenthal blumer bluntport boari boerhaave bogota boley bonney bookwalter boston bosworth
  bouchard bovie bowen bowers bowman boyce boyd boyden boyes boyle bozeman brand brantigan brantley braun brener
  breslow bricker bristow broca brockenbrough brodie brooke broselow brown browne brudzinski brunner bruns bryant
  buck bucky budd buerger bugbee buie bunnel bunnell burch buren burhenne burkitt burow byars cadiere cajal caldwell
  calot camey campbell camper cannon cantlie cantor carpentier carroll cartwright caspar castaneda castillo
  castroviejo chalazion chandler charcot charles charnley cheatle cherney chevassu chevron chiari child chloraprep
  chopart clagett clark clayton cloquet cloward cobb cobra cockett codman cohen colles collis colorado connell cook
  cooley coons cooper cope cordis cosgrove cotrel cottle cotton coude cournand courvoisier couvelaire covidien cowper
  cox crafoord craig crawford crile crockett crohn crowe crutchfield culp cusco cuscos cushing cushings cushman
  cutler cypass dacron dakin dallas damus dandy danis darrach davidson davis davol deaver debakey decadron dedo
  deknatel delorme denis denker denonvilliers denver depage depuy dequervain dercum dermabond derra desarda descemet
  deschamps desmarres dexon deyerle dieffenbach diethrich dieulafoy dingman dix dodd dohlman doppler dor dormia
  dorsey douglas doyen draf drake drummond drysdale ducat duckett dufourmentel duhamel duke dukes dupuytren duran
  duraseal durham duval dwyer eagle eaton ebstein ebu edwards eisenmenger eliot ellik ellis elliot elliott elmslie emmet
  ender enders endo endobag endocatch endoloop endoshears epley epstein erb ernst esmarch essex estlander ethibond
  ethicon ethilon eustachian evans ewald ewing exparel eyre fabry fallopian fallot fanconi fansler fasanella felty
  ferguson ferrara ferrein ferris fine finney finochietto finsen finsterer fischer fisher fisk fitzgerald flack
  fletcher flexner floseal fogarty foley fontan forbes fothergill fournier fowler fox francois frank fraser
  fraunfelder frazier fredet freeman freer freiberg french french frey frykman fuchs fukuda furlow gabriel galeazzi galen
  gallagher galvin gambee garden gardner garre gartner gass geigel geissler gelfilm gelfoam gelpi gensini gerdy
  gerota ghon giannestras gibson gigli gilbert gill gilles gillies glasgow glassman gleason gleevec glenn glidewire
  glisson gluck goldenhar goldman goldmann golgi goligher gomco gomez gomori goodpasture gore gorlin gosset graefe
  graf graham gram graves greenfield gregoir grice gritti grondahl gross guedel gunning gustilo gutherie guthrie guy
  guyon gynecare haab hageman haight halban haller halo halsted hamman hancock haney hanley hare harken harmonic
  harrington harris hartmann harvey hasner hassan hasson hautmann haversian hawkins hay hayes haynes heaney hegar
  heimlich heineke heinz helfet heller hemoclip hemovac henderson henle henoch henry herbert hering herring hess
  hesselbach heyman hibbard hibbs hickman hilgenreiner hill hinman hirschberg hirschsprung hodgkin hodgkins hoffa
  hoffman hoffmann hofmeister hohmann holinger hollister holmium holter homan homans hopkins horner hoskin houston
  howship hryntschak hudson hughes hulka hunner hunt hunter huntington hurd hurst hurthle huschke hutchinson hynes
  iglesias inahara indiana integra iowa irving iselin isola israel istent ivor ivy jaboulay jackson jacob jacobs
  jaeger jaffe jako jamshidi janeway jannetta jansen jarit jason jatene javid jefferson jennings jewell jewett
  johnson jones joplin judd judet judkins juzo kader kahn kahook kaneda kapandji kaposi kapp karapandzic karl
  karydakis kasai kaufmann kazanjian kegel kehr keith keller kelly kelman kerley kerlix kernig kerrison kessler
  kidner kielland kienbock kienbocks killian kimny kirby kirschner kitner kittner kiwi klatskin kleinert kleinsasser
  kleppinger klinefelter klippel klumpke knapp knowles knudsen koch kocher kock koebner koeppe koff kogan koh kohler
  kolle konno krackow kraissl kraske kratz krause krukenberg kruse kugel kuglen kuhnt kumpe kuntscher kussmaul kutler
  lachman ladd laennec lahey lambert lambl lancaster lane langenbeck langer langerhans langston lanz lapidus lapra
  larsen lasegue laser latarjet latzko lauren leadbetter leahy lebsche leclerc lecompte ledderhose lee lefort leforte
  lehman leica leksell lembert lempert leopold leriche letournel lewin lewis lewy leyla lich lichtenstein lieberkuhn
  ligaclip ligasure limberg lindholm linscheid linton lisfranc lister liston littler littre lloyd loffler lomb
  lonestar longmire longo lopez lopresti lord lorenz lothrop lovenox ludloff ludwig luer lugol luikart luken luque
  lynch macintosh maddox madelung madigan magill magpi mainz maisonneuve malament malecot mallampati mallory
  manchester manouguian marcaine marcus marfan marion marlex marshall martin martius maryland mason masson matas
  mathieu maxon maydl mayer mayfield maylard mayo maze mcbride mcburney mccall mccash mcdonald mcfee mcgill mcgoon
  mcindoe mcivor mckay mckee mckeown mckinnon mclane mclaughlin mcmurray mcneill mcpherson mcreynolds mcroberts mcvay
  meckel medtronic meigs meissner menetrier menghini meniere mercedes mercier merocel mersilene mesher messerklinger
  metzenbaum meyer meyerding miami michel middeldorpf mikaelsson mikulicz miles millard miller milligan millin
  mirizzi mitchell mitek mitrofanoff mityvac mixter moberg moe mogen mohler mohrenheim mohs molteno monaldi mondor
  monocryl monteggia montgomery moore morgagni morison morrey morris morton moschcowitz moss moure mouthgag moynihan
  mueller muller mullins munro murphy musset mustard mustarde myers naclerio nashold neer nelaton nelson nesbit
  neugebauer newton nicks nissen nitinol noonan norwood nuck nuss nyhus obwegeser ochsner oddi ogilvie ohara okuda
  ollier olympus ombredanne omni onodi optiview orfit orr orringer osborne osler ostrup otis overholt paget palmaz
  palmer pancoast panje papanicolaou parietex parker parkes parkinson parks partipilo passavant patau paterson patey
  paul pauwels pavlik payr pds pean pederson pellegrini pelosi penfield pennington penrose pentax pereyra perkin
  perkins permacol perthes pestle petit peyer peyronie pfannenstiel phalen phelps phemister philadelphia phillips
  pick pierre pilling pilon pinard pinel piper pipkin plastibell poirier poland politano polya ponseti poole potain
  pott potts poupart prader pratt prentiss pringle proetz prolene pruitt psoas puestow pugh pulvertaft purkinje
  putterman putti queckenstedt quervain quigley quincke rainey ramirez ramstedt randall raney ranson rashkind
  rastelli ray raynaud raz read recklinghausen reil reinke reiter relton resectoscope retzius reverdin reynolds
  rhoton richards richardson richter riedel rienhoff rigiflex riley rinne rintala riordan ripstein rives robertson
  robin robinson rockwood rogers rokitansky roland rolando rosai rosebud rosen ross roth rousseau roux rovsing rowe
  rubin ruggles rumel rumi rush russe russell rutherford rutkow sabiston sachs sager salter sampson sano santorini
  santucci sarmiento sarot satinsky sauve savary sawyer scarpa schatzker schatzki schiotz schirmer schlemm schmorl
  schnidt schobinger schoemaker schwann schwartz scopinaro scott scoville sebileau segond seinsheimer seldinger
  sellick semb sengstaken senn senning sever shambaugh shapiro sharpey sharrard shaw shea sheehan shenton shepherd
  sherman shiley shirodkar shoemaker shone shouldice shubin sierra sigault silastic silver simcoe simmons simon
  simpson sims singer sinskey sistrunk sjogren skene skoog smead smillie smith snellen snodgrass snyder soave somer
  sones sorenson sos spectrum spence spetzler spica spiegelberg spigelian spitz spurling stamey stamm stanford
  stansel stark starling starr statinsky steffee steinberg steiner steinmann stener stenger stensen stevens stewart
  stieda still stille stilling stoppa storz strassman strattice strickland struthers stryker studer stulz sturge
  sturmdorf sudeck sugarbaker sugiura sundt surgicel surgiflo surgilon surgisis swan swanson swedish swenson sylvius
  syme symes takayasu takeuchi tanner tarsal taussig taylor teflon tenckhoff tenon tenzel terumo tessier thal
  thiersch thomas thompson thomsen thorpe thunderbeat tile tillaux tinel tisseel tobey todd tompkins tooke torek
  toupet tourette toynbee travers traverso treacher treitz trendelenburg trimline trivex trousseau tucker tuffier
  turk turkel turnbull turner tutoplast tzanck unna urban utrata valsalva valtchev van vannas vasquez vater veau
  ventralex veress vicryl virchow visiport voda vogt volkmann wada wagner wagstaffe waldeyer wallace wallenberg
  wallstent walton wardill wardrop warren warthin warwick waterhouse waters waterston watson waugh webb weber webster
  wegener weil weitlaner welch wells werdnig wernicke wertheim wesolowski westcott wexler wharton wheat wheeler
  whipple whitaker white whitehead whitmore wiener wilkinson williams willis wilms wilson winkelman winkelmann
  winquist winslow wirsung wisconsin wise wittmann witzel wolf wolfe wolfson wood woods woodson wookey wright
  wrisberg wullstein xen xylocaine yankauer yasargil york young zadik zancolli zavanelli zeis zeiss zelsmyr zenker
  zickel zielke zimmer zinn zollinger zucker zuckerkandl zumi
  brostrom strayer fulkerson maquet kalish youngswick hoke girdlestone winograd haglund ilizarov vulpius mumford
  chrisman snook scarf silfverskiold magnuson nirschl cabrol ravitch eloesser merendino leveen bascom
  davydov vecchietti abbe bracka koyanagi palomo marmar ivanissevich yacoub bunke hamas lassus lejour wuringer
  mcgregor baumgartl cleland trillat insall dewar viladot steindler jahss lelievre giannini reichenheim
  camitz huber burkhalter nalebuff kleinman suave feldon almquist goulian zitelli antia buch
  quickert wies krupin budo pterional souttar macfee apron latyshevsky luc wigand ohngren
  trabucco wantz paquin orandi freyer vernet gittes goebell stoeckel wurm durfee
  pomeroy uchida kroener madlener`.split(/\s+/),
);

/** What an eponym stands before: with one of these next, the capital belongs to a thing. Singular, lower case. */
export const HEAD_NOUNS: ReadonlySet<string> = new Set(
  `pupil keratoprosthesis endoprosthesis scientific abscess amputation anastomosis aneurysm angle anomaly approach aneurysmectomy applier arch arthroplasty artery attachment
  awl bag balloon band bandage bar basket bath bed bit blade block board bolt boot bougie brace broach brush bur burr button bypass
  cable cage calcaneus canal cannula cannulation capsule carrier cast catheter cautery cement cerclage chair chip chisel clamp
  class classification clip closure coagulator coil collar compression cone container contracture correction cup curet curette
  cut cutter cyst cystotome deformity degeneration depressor device dilator disease dissection dissector distractor diverticulum
  drain dressing drill ducts duct elevator endoscope enterotomy evacuator excision exploration expander explorer extractor eye
  fascia fasciotomy fiber fibers filter fissure fixator flap flange forceps foramen fork fossa fracture frame fundoplication fusion gag
  gastrectomy gastrostomy gauze gel glove gouge grade grader graft graspers grasper guide guidewire guard gun hammer handle handpiece
  hardware head headholder headrest hernia herniorrhaphy hold holder hook horn housing hood hysterectomy implant impactor incision indentation
  injector inserter instrument instrumentation iris island jejunostomy joint jaw kit knife knot lamp laparoscope laryngoscope laser
  lens lesion leg level ligament light line lithotrite lobe loop loupe lymphoma magnet mallet maneuver manipulator mask material
  membrane mesh method microscope mirror modification mouth muscle nail needle nephrectomy nerve neuroma node nodes nut oil operation
  orchiopexy osteotome osteotomy overtube pack pad palsy paddle paste patch peel pelvis peg perforator phenomenon pin pins plane plasty plate pledget
  plug point port position positioner pouch powder probe procedure prosthesis protocol pump punch pusher pyeloplasty pyloroplasty
  pyloromyotomy rasp ray reamer repair resection resectoscope retractor rib ring rod roll rongeur rule saw scalpel scale scissors scope
  score screw sealant self-retaining separator set shaver sheath shears shield shunt sign sinus sling snare solution sound space spatula
  specula speculum sphincter spine splint sponge spoon spreader spring spud stage stain staging stand stapler staple stay stem stent step stenosis
  sternotomy stimulator stirrup stitch stockinette stocking stopcock strip stripper stylet sucker suction suture swab syndrome syringe system
  table tack tape technique taper t-tube tenaculum tenaculae tendon tenodesis tenorrhaphy test thyroidectomy tip tissue tool tongs tourniquet towel tracheostomy tract traction
  transfer transposition transplant tray triangle trocar trephine tuberosity tubercle tube tubing tumor tunneler turbinate type ulcer unit ureterostomy valve
  vein ventriculostomy viscoelastic wash wedge wing wire wrap wrench zone boots anastomoses stirrups scissor forcep curved straight
  infiltration hemostat artifact bacillus body bodies cell cells chart cannulae cannulas coaptation pattern reflex test law stapling
  laparotomy enucleation esophagomyotomy myotomy gland glands orchidopexy urethroplasty hypospadias pipelle spur dislocation
  injury lymphadenectomy exposure thoracotomy hip knee elbow shoulder arthrodesis bunionectomy cap shell liner component components
  prep scrub soap drape drapes lines rotation mattress running silk chromic nylon retention bite stapled plication`.split(
    /\s+/,
  ),
);
