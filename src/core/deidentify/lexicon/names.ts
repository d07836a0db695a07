/** Given names that are no ordinary word: one of these with a capital starts a person's name. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail abraham ada adam addison adele adrian adriana adrienne agata agnes ahmad aidan aileen aimee aisha
  akira alain alan alana albert alberto alec alejandra alejandro alessandro alex alexa alexandra alexandre alexei alexis alfonso
  alfred alfredo ali alice alicia alina alisa alison allison alma alonzo alvaro alyssa amanda amber amelia amina amir amit amy ana
  anastasia anders andre andrea andreas andres andrew andrzej andy angel angela angelica angelina angelo anika anil anita anja ann
  anna anne anne-marie annette annie anthony antoine anton antonia antonio anya april ariana ariel arjun arlene armando arnold
  arthur arturo asha ashley astrid aubrey audrey august augusto aurora ava axel ayesha barbara barry beata beatrice beatriz becky
  belinda ben benedict benjamin bernadette bernard bernice bert bertha beth bethany betsy betty beverly bianca bill billy birgit bjorn blanca
  bob bobby bogdan bonnie boris brad bradley brandon brandy brenda brendan brent brett brian brianna bridget brigitte britney brittany
  bruce bruno bryan bryce byron caitlin caleb calvin cameron camila camille candace candice carl carla carlo carlos carmen carol
  carole carolina caroline carolyn carrie carroll casey cassandra caterina catherine cathy cecil cecilia celia cesar chad chandra
  charlene charles charlie charlotte chelsea chen cheryl chester chloe chris christa christian christina christine christoph christophe christopher
  christy cindy claire clara clarence claude claudia claudio claus clifford clifton clint clinton clyde cody colin colleen connie conrad
  constance corey cornelia corinne cory courtney craig cristian cristina crystal curtis cynthia daisy daisuke damian damien dan dana
  daniel daniela daniele danielle danny daphne darius darlene darrell darren daryl dave david dawn dean deanna debbie deborah debra deepak
  deirdre delia della denise dennis derek desiree devin devon diana diane dianne didier diego dieter dimitri dina dirk dmitri dolores dominic dominique
  don donald donna dora doreen doris dorothy doug douglas drew duane dustin dwayne dwight dylan earl ebony eddie edgar edith edmund eduardo
  edward edwin eileen elaine eleanor elena eli elias elijah elisa elisabeth elise eliza elizabeth ella ellen elliott elmer eloise elsa elsie elvira emanuel
  emil emile emilia emilio emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto ernie esteban estelle esther ethan ethel
  etienne eugene eunice eva evan evangeline eve evelyn ezra fabian fabio faith fatima fatma federico felicia felipe felix fernanda fernando filip fiona florence floyd
  frances francesca francesco francis francisco franco frank frankie franklin franz fred freda freddie frederick frederik frida frieda friedrich gabriela
  gabriella gabrielle gail garrett gary gavin gene genevieve geoffrey george georgia gerald geraldine gerard gerardo gerhard gertrude gianna gilberto
  gina ginger giorgio giovanni giulia giuseppe gladys glen glenda glenn gloria gordon grace graciela greg gregory greta gretchen guadalupe guillermo gunnar gunther
  gustav gustavo gwen gwendolyn hannah hans harold harriet harrison harry hassan hattie hazel heather hector heidi heinrich helen helena helene helga hendrik
  henri henrik henry herbert herman hermann hilda hillary hiroshi holly hope horace howard hubert hugo ian ibrahim ida ignacio igor ilse imran ines ingrid ira irene
  irina iris irma isaac isabel isabella isaiah ismael ivan ivana ivonne jacek jack jackie jaclyn jacob jacqueline jacques jaime jake jakob jakub jamal james
  jamie jan jana jane janelle janet janice janine jared jasmine jason javier jay jean jeanette jeanne jeanine jeff jeffery jeffrey jenna jennifer jenny jens
  jeremy jermaine jerome jerry jesse jessica jessie jesus jill jillian jim jimmy jing joan joann joanna joanne joao joaquin jodi jody joe joel joerg joey johan
  johann johanna johannes john johnathan jonathon johnny jon jonas jonathan jordan jorge jose josef josefina joseph josephine josh joshua josie joy joyce juan juana juanita judith
  judy jules julia julian juliana julie juliet julio julius june jurgen justin justine kaitlyn kai kamal karen karin karina karl karla kate katarina
  katarzyna kate katelyn katherine kathleen kathryn kathy katie katrina kay kayla keisha keith kelly kelsey ken kendra kenneth kenny kenji kent kerry kevin
  khalid kiara kim kimberly kirk klaus konrad kristen kristi kristian kristin kristina kristine kurt kwame kyle kylie ladonna lakeisha lamar lana lance larissa
  larry lars latasha latoya laura lauren laurence laurie lawrence leah lee leila lena leo leon leona leonard leonardo leroy leslie lester leticia lewis liam
  lila lillian lillie lily lina linda lindsay lindsey linus lionel lisa lise liz liza lloyd lois lola lonnie lora lorena lorenzo loretta lori lorraine lou louis
  louisa louise lourdes lucas lucia luciana lucille lucy luigi luis luisa luka lukas luke luther luz lydia lyle lynda lynette lynn lynne mabel mackenzie
  madeline madison maggie magnus mahmoud maja malcolm malik mamie mandy manuel manuela mara marc marcel marcela marcella marcelo marcia marco marcos marcus margaret
  margarita margherita margie marguerite maria mariam marian mariana marianne maribel marie mariko marilyn marina mario marion marisa marisol marissa marjorie mark
  marlene marlon marsha marta martha martin martina marvin mary maryann mateo mathew mathias mathilde matilda matteo matthew matthias mattie maureen maurice mauricio
  max maxine maxwell maya megan mehmet mei melanie melinda melissa melody melvin mercedes mercy meredith merle mia micah michael micheal michele michelle miguel mika mike
  mikhail mildred milan miles milena milton mindy minnie mira miranda miriam misty mitchell mohamed mohammad mohammed moira molly mona monica monika monique morgan
  morris moses muhammad muriel myra myrna myrtle nadia nadine nancy naomi natalia natalie natasha nate nathan nathaniel neal neha neil nellie nelson nicholas nichole
  nick nicola nicolas nicole niels nigel nikhil nikita nikolai nikki nina nino noah noel noelle nora norma norman olaf olga olive oliver olivia ollie omar opal ophelia
  oscar oskar osvaldo otto owen pablo paige pamela paolo pascal pat patrice patricia patrick patsy patti patty paul paula paulette paulina pauline paulo pavel pearl pedro peggy
  penelope penny percy perry pete peter petra phil philip philippa phillip phoebe phyllis pierre pilar pooja preston priscilla priya quentin quincy rachael rachel
  rafael rahul raj rajesh ralf ralph ramon ramona randall randy raquel rashid raul ravi raymond rebecca reginald regina rene renee rex rhonda ricardo riccardo
  richard rick ricky rita rob robbie robert roberta roberto robin robyn rocio roderick rodney rodolfo rodrigo roger rohan roland rolf roman romeo ron ronald ronda ronnie
  rosa rosalie rosalind rosalyn rosario rose roseann rosemarie rosemary rosie ross rowan roxanne roy ruben ruby rudolf rudolph rudy russell rusty ruth ryan sabine sabrina sadie
  sally salma salvador salvatore sam samantha samir sammy samuel sandra sandy sanjay santiago santos sara sarah sasha saul savannah scott sean sebastian selena selma serena
  sergei sergey sergio seth shane shannon shari sharon shaun shauna shawn sheila shelby sheldon shelia shelley shelly sheri sherri sherry sheryl shirley sidney siegfried
  sigrid silvia simon simone sofia sonia sonja sonya sophia sophie stacey stacy stan stanislav stanley stefan stefanie stella stephan stephanie stephen steve steven
  stewart stuart sue summer sunil suresh susan susana susanna susanne susie suzanne sven svetlana sylvia sylvie tabitha takashi tamara tamika tammy tanner tanya tara tasha tatiana
  ted teresa teri terrance terrence terri terry tess tessa thaddeus thelma theodora theodore theresa therese thomas tiffany tim timmy timothy tina toby todd tom tomas tomasz tommy toni
  tonya tony tracey traci tracy travis trevor tricia trina trisha tristan troy tyler tyrone ulrich ulrike umberto ursula uwe valeria valerie vanessa vera verna vernon
  veronica vicki vickie vicky victor victoria vijay vikram vincent vincenzo viola violet virgil virginia vivian viviana vladimir wade walter wanda warren wayne wendell wendy wesley
  wilbur wilfred wilhelm willard william willie willow wilma winifred wolfgang wyatt xavier xiao yan yasmin yolanda yoshiko yuki yuri yusuf yvette yvonne zachary zainab zoe zofia zoltan
  tyrone rhea liana ming wei hong hui jun jin lei ling tao xin ying ganesh lakshmi meena nisha rekha sunita anand ashok prakash sandeep arun kiran manish
  milo maren aino akos aleksandar aleksander aleksandra alessandra alessia alexandru alina altan amadeo andras andrei anete anett anita annika antal antti
  arne arvid asger attila aurelie aurelio aylin ayumi balazs bartosz beatriz bence bente birgitta borislav boglarka caio carles cedric chiara cosimo
  csaba daiki dagmar danilo danuta dario darko davide denes desislava dieuwke dorota dragan duarte ebba eero eino ekaterina elif elin elio elisabetta
  emese emir emre enzo erzsebet eszter etelka evgeny fabrice fausto femke ferenc filippo fiorella fredrik frederikke gabor gergely gian giacomo gianluca gilda
  goran grzegorz guido guilherme gunilla gyorgy hakan halima hamid haruka hedvig heikki helmi hikaru hilde hildegard ilaria ilona imre inga ingeborg ioana ion
  istvan iva ivar ivo izabela jaakko jadwiga jarmila jaroslav jelena jerzy jiri joakim jolanta jorgen josip jouko jovan jozef judit juha juhani jukka kaarina
  kaito kalle karel katalin katja kazimierz kenji kerstin kjell krisztian krisztina krystyna laszlo leila leszek liisa liliana linnea livia ljubica lorand luca ludmila
  magda magdalena malgorzata mariusz marjan marjo marko marta matej mateusz matti mette mihai miklos mikkel milica miro miroslav mirko mladen mohsen monika
  morten natalya nadezhda nicolae niklas nikola nives njord norbert oddvar oksana olena oleg olof orsolya ottavio paavo pauli pavlina pekka pernille petar petr petra piotr
  pirjo piroska radoslav raffaele ragnar raimondo ramiro rasmus reinhard renata renato reza ricarda ritva roland rosella roza ruslan sakari salome samira sander sandor sari
  satu serhiy shinji sigurd silvana silvio simona siobhan slavica slobodan snezana solveig soren stanislaw stella stig susanne svend szabolcs szilvia tadeusz tamas taneli
  tapio tatjana tea terhi thorsten tihomir tobias tomislav torben tove tuomas tuula ulla urho vaclav valentin valentina valerio vasile veikko vera vesna viktor viktoria viljo
  vincenza vito vitoria vladislav vojtech walid weronika wiktor witold wojciech yannick yoko yosef yumi yvan zahra zbigniew zdenek zeljko zlata zoran zsofia zsolt zuzana
  oluwaseun chidi amara ngozi kofi abena demetrius deandre tyree shanice jamila kareem rasheed aaliyah ximena itzel xochitl`.split(
    /\s+/,
  ),
);

/** Given names that are also words or months: they need a surname, an initial or a label beside them. */
export const AMBIGUOUS_GIVEN: ReadonlySet<string> = new Set(
  `april august angel axel amber aurora autumn ben bill bob carol chance charity chase christian crystal daisy dawn dean don drew
  earl faith frank gene ginger grace grant guy heather hope hunter iris ivy jack jean joy june jay jan kay ken kent lance
  lily luz max mark mark may melody mercy miles misty olive opal pat patsy patty paul pearl penny perry pilar ray rex rob robin rose roman rosa ruby rusty sandy sky sue
  summer tanner ted toby tom viola violet virginia wade will willow georgia florence victoria madison jordan savannah charlotte sierra dakota
  austin dallas chelsea paris india china israel an do so mai long hung in mei wei hong hui jun jin lei ling tao xin ying yan kim lee ann noel ada ali ana ida ira
  lou eli ella mina ming kai milan nina luka della mercedes rene lena maya sasha regina carmen angelica candida veronica`.split(
    /\s+/,
  ),
);

/** Frequent surnames that are no ordinary word. */
export const SURNAMES: ReadonlySet<string> = new Set(
  `abbott acosta adams aguilar aguirre ahmed alexander allen allison alvarado alvarez andersen anderson andrade andrews armstrong
  arnold atkins atkinson austin avila ayala bailey baird baker baldwin ballard barker barnes barnett barrera barrett barron barton
  bates bauer beasley becker beltran benitez bennett benson berger bernard berry bishop blackburn blackwell blair blanchard blankenship
  blevins bond booker boone bowen bowers bowman boyd boyer boyle bradford bradley bradshaw brady brandt braun brennan brewer
  briggs brooks brown browning bruce bryan bryant buchanan buckley bullock burch burgess burke burnett burns burton butler byrd
  cabrera cain calderon caldwell calhoun callahan camacho cameron campbell campos cannon cantrell cantu cardenas carey carlson carney
  carpenter carr carrillo carroll carson carter casey castaneda castillo castro cervantes chambers chan chandler chang chapman chavez
  chen cheng choi christensen chu chung church cisneros clark clarke clay clayton clements cline cobb cochran coffey cohen cole coleman
  collier collins combs compton conley conner conrad contreras conway cook cooke cooley cooper copeland cortez costa cowan cox craig
  crawford cruz cummings cunningham curry dalton daniel daniels daugherty davenport davidson davies davis dawson decker delacruz deleon
  delgado deluca dennis diaz dickerson dickson dillon dixon dodson dominguez donaldson donovan dorsey dotson dougherty douglas downs doyle drake
  dudley duffy duncan dunlap dunn duran durham dyer eaton edwards elliott ellis ellison emerson english erickson espinoza esposito estes
  estrada evans everett ewing farley farmer farrell faulkner ferguson fernandez ferrari ferrell fields figueroa finley fischer fisher fitzgerald
  fitzpatrick fleming fletcher flores flowers floyd flynn foley ford foreman foster fowler fox francis franco frank franklin frazier
  frederick freeman french friedman frost fry frye fuentes fuller fulton gaines gallagher gallegos galloway galvan garcia gardner garner
  garrett garrison garza gates gentry george gibbs gibson gilbert giles gill gillespie gilmore glass glenn glover golden goldstein gomez gonzales
  gonzalez goodman goodwin gordon graham grant graves gray green greenberg greene greer gregory griffin griffith grimes gross guerra guerrero
  gupta gutierrez guzman hahn haley hall hamilton hammond hampton hancock hansen hanson hardin harding hardy harmon harper harrell
  harrington harris harrison hart hartman harvey hawkins hayden hayes haynes heath hebert henderson hendricks hendrix henry hensley
  herman hernandez herrera herring hess hester hickman hicks higgins hill hines hinton ho hobbs hodge hodges hoffman hogan holden holder
  holland holloway holmes holt hoover hopkins horn horne horton house houston howard howe howell huang hubbard huber hudson huerta huff huffman
  hughes hull humphrey hunt hunter hurley hurst hussain hutchinson huynh ibarra ibrahim ingram irwin iyer jackson jacobs jacobson james jarvis
  jefferson jenkins jennings jensen jimenez johansson johns johnson johnston jones jordan joseph joyce juarez kane kapoor kaufman keith keller
  kelley kelly kemp kennedy kent kerr khan kidd kim king kirby kirk klein kline knapp knight knox koch kowalski kramer krause kruger kumar lam lamb
  lambert lane lang larsen larson lawrence lawson leach leblanc lee leon leonard lester levine levy lewis li lin lindsay lindsey little liu livingston
  lloyd logan lopez lott lowe lowery lozano lucas lucero luna lynch lynn lyons macdonald macias mack madden maddox mahoney maldonado malone mann manning
  marks marquez marsh marshall martin martinez mason massey mathews mathis matthews maxwell mays mcbride mccall mccann mccarthy mccarty
  mcclain mcclure mcconnell mccormick mccoy mccullough mcdaniel mcdonald mcdowell mcfarland mcgee mcgrath mcguire mcintosh mcintyre mckay mckee
  mckenzie mckinney mcknight mclaughlin mclean mcmahon mcmillan mcneil mcpherson medina mehta mejia melendez melton mendez mendoza mercado mercer
  merritt meyer meyers meza michael middleton miles miller mills miranda mitchell molina monroe montes montgomery montoya moody moon mooney moore
  mora morales moran moreno morgan morris morrison morrow morse morton moses mosley moss mueller mullen muller mullins munoz murillo murphy murray
  myers nakamura nash navarro neal nelson newman newton nguyen nichols nicholson nielsen nixon noble nolan norman norris norton novak nunez obrien o'brien
  ochoa oconnor o'connor odonnell o'donnell okafor okonkwo oliver olsen olson oneal o'neal oneill o'neill orozco orr ortega ortiz osborne owen owens pace pacheco
  padilla page palmer park parker parks parrish parsons patel patrick patterson patton paul payne pearson peck pena pennington perez perkins perry
  peters petersen peterson petrov petty phelps phillips pierce pittman pitts pollard poole pope porter potter powell powers pratt preston price prince
  proctor pruitt pugh quinn ramirez ramos ramsey randall randolph rangel rao rasmussen ray raymond reddy reed reese reeves reid reilly reyes reynolds rhodes rice
  rich richard richards richardson richmond riddle riggs riley rios rivas rivera rivers roach robbins roberson roberts robertson robinson robles
  rocha rodgers rodriguez roe rogers rojas rollins roman romero rosales rosario rose rosenberg ross rossi roth rowe rowland roy rubio ruiz rush
  russell russo ryan salas salazar salinas sampson sanchez sanders sanderson sandoval santana santiago santos sato saunders savage sawyer
  schaefer schmidt schmitt schneider schroeder schultz schumacher schwartz scott sellers serrano sexton shaffer shah shannon sharma sharp shaw shelton
  shepard shepherd sheppard sherman shields short silva simmons simon simpson sims singh singleton skinner sloan small smith snow snyder solis solomon
  soto sparks spears spence spencer stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stokes stone stout strickland
  strong stuart suarez sullivan sutton suzuki swanson sweeney sweet sykes tanaka tanner tate taylor terrell terry thomas thompson thornton tran trevino
  trujillo tucker turner tyler underwood valdez valencia valentine valenzuela vance vang vargas vasquez vaughan vaughn vazquez vega velasquez velez
  villa villanueva villarreal vincent vo wade wagner walker wall wallace waller walls walsh walter walters walton wang ward ware warner warren
  washington waters watkins watson watts weaver webb weber webster weeks weiss welch wells west wheeler whitaker white whitehead whitney wiggins
  wilcox wiley wilkerson wilkins wilkinson williams williamson willis wilson winters wise wolf wolfe wong wood woodard woodward wright wu wyatt
  xiong xu yamamoto yang yates ye york yoder young yu zamora zhang zhao zhou zhu zimmerman zuniga doe roe`.split(/\s+/),
);
