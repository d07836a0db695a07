const WORDS: ReadonlySet<string> = new Set(
  `was were are be been being desk orthopedic orthopedics orthopaedic orthopaedics pediatrics associates partners llc inc mom mother mommy dad grandma grandmother grandfather aunt uncle insurer a about above abdomen abnormal access accompanying according account achilles active acute add address adenoid adjacent adult adults advance
  after again age agent air airway all allergies allergy also alternatives am american ample an and anesthesia anesthesiologist anesthetist
  angle ankle answer antibiotic antibiotics any aorta apex apical appendix appropriate approximate april are area areas arm around art artery as assist
  assistant assistants at ate attending attention august aware away axilla back bad bag balloon band bank bar base basal be because bed been before
  below benefit benefits best better bhp bilateral bile bill birth bladder bleed blind block blood blot board body bone both bottom bowel box brain breast breath
  brief bring broad bronchus bulb but buttock by bypass call calf can cancer care carpal case cases cast cataract catheter caudal cause cell cells cement center central
  cervical cervix cesarean chair chart check chest chief child children chin chronic circulator class clean clear clip clips clinic close closed clot club code coder codes cold
  collar colon come common complaint complete complex condition conscious consent consult consultant content control copy cord corner corneal coronary correct could
  counsel count counts course cover crown crna cross cuff culture cultures current cut cyst cystic data date dates daughter day days dear december deep default defect deformity
  degenerative demographic dental depth dermal description desc details device diabetes diabetic diagnoses diagnosis diagnostic did diet digital direct disc discharge
  discs disease disk disp distal distress do doctor does doing donor door dorsal dose down drain drains draped dressing drip drop drug dry duct dura due duodenum during each
  ear early ears east easy ebl edema edge effect eight either elbow elective electronic emergency emergent en end endoscope english enter entire environment epidural equipment er
  esophagus estimated ethmoid even event every exam examiner eye eyes face facility fact failed failure family fascia fast father fax february feet fellow female femoral femur
  few fibula field fifth figure film findings fine finger fingers first fistula fit five flank flap flat floor flow fluid fluids fluoroscopy follow foot for force forearm
  foreign former fourth fracture frame free frequent friend friday from front frontal frozen full fundus further gallbladder gas gave general gentle gentleman
  gland go good graft grafts grade great greater groin gross group growth guide guidance gums had hair hallux hand hands hard hardware has have he head heading health heart heavy heel
  hello help hemorrhoid her hernia hi high him hip his history hold home hook hospital hot hour hours how however human i ice id if ileum images implant implants in index
  infant infants inferior infertility information informed inguinal inner input insurance intact internal into intra intraoperative invoice is it iv january jaw job joint july june just keep
  key kidney kidneys kit knee knees knife knot lab label labor laboratory labs lamina land large larynx laser last late lateral lead leads left leg legs lens lesion lesions less let level levels lid lids light like
  limb line lines lip list liver lobe local location long look loop lot low lower lumbar lung lungs lymph mac machine made main major male man manager manner many march margin margins married
  mass masses material materials maternal max maxilla maximum may md me measure meatus medial medication medications medicine medium member membrane men meniscus mesh message method middle midline
  mild minor minute minutes miss mixed model moderate monday monitor month months more morning most mother mouth mr mrs ms much mucosa multiple muscle muscles my name names nasal natural near neck need needle
  negative nerve nerves neural neuro neuroma never new next night nine no node nodes none nor normal north nose not note notes nothing november now number numbers nurse objective october of off office
  old on once one only onset open operating operation operative operator opinion optic option options or oral order orders other our out outer outside ovaries ovary over own oxygen pa page pain pancreas panel paper
  part partial parts past patch path pathologist pathology patella patent patient patients pelvic pelvis penile people per percutaneous performed peritoneal person personal pharmacy phone
  phrase physical physician physicians pin piece pin pins place plan plane plans plate plates please pleura plus podiatric point policy polyp polyps port ports position positive possible post posterior postop postoperative
  power practice pre precautions pregnancy preop preoperative presence present pressure prior private pro probable probe problem problems procedure procedures product professional prognosis prompt
  proper prostate provider providers proximal public pulse punch pump pupil quality question questions quick radial radical radiologist range rate reason reasons record records rectal rectum red redo ref regarding region regular
  remote renal repair repeat reply report reports request resident respiratory rest result results retina return review rib ribs right ring risk risks rn road robot robotic rod rods role room root roots round route
  routine run sacral sacrum saline same sample saphenous saturday scalp scan scar scope screw screws scrotum scrub second section sections sedation see self semi sent september septum series serial service services set seven severe sex
  shaft sharp she sheet short should shoulder shunt side sign signed signs simple sincerely single sinus sinuses site sites six size skin skull sleep small so social soft son sore south special specialist specialty
  specimen specimens sphenoid spinal spine spleen sponge spouse st staff stage standard staph state states status stay stent stents step sterile stomach stone stones stool strep strip strong student study
  subject subjective sub such summary sunday super superior supine support surface surg surgeon surgeons surgery suture sutures swan system systems table take taken tape task team tech technician technique teeth temperature ten tendon tendons
  term terminal test testis testes tests text than thank thanks that the their then there therefore thereafter these they thick thigh thin third thirty this thorax those thoughts three throat through thumb thursday thyroid tibia tie time times tip tissue tissues title to
  today toe toes tongue tonsil tonsils too tooth top total toward towel trachea tract transfer transverse trauma treat tree trial trunk tube tubes tuesday tumor twelve twin two type ulcer ulna ulnar ultra ultrasound
  under unit units unknown until up upon upper ureter urethra urine us use used usual uterus vagina vaginal valve valves varicose vas vein veins ventral very vessel vessels via video view views vision visit vital vitals
  vitreous volume vulva wall warm warning was washington watch water way we wednesday week weeks weight well were west wet what when where which while white who whole why wide wife will wire wires
  with within without woman women word work working worsening would wound wounds wrap wrist x-ray xray xrays year years yes yesterday yet you young your zone zip
  laparoscopic arthroscopic endoscopic thoracoscopic transurethral transforaminal interlaminar metacarpal metatarsal phalanx phalangeal carotid aortic mitral tricuspid atrial
  ventricular pulmonary lumbosacral thoracic iliac popliteal tibial peroneal brachial cephalic basilic subclavian jugular axillary mammary gastric hepatic biliary splenic colonic
  sigmoid anal perineal vesical ureteral urethral testicular uterine tubal ovarian fallopian cervix fetal obstetric neonatal pediatric cranial cerebral cerebellar dural facial orbital ocular eyelid
  retinal macular iris cornea lens nasal septal turbinate maxillary mandible mandibular palate uvula pharynx vocal tympanic mastoid cochlear dermis epidermal subcutaneous cutaneous melanoma carcinoma sarcoma lipoma
  benign malignant metastatic primary secondary recurrent ruptured perforated incarcerated reducible strangulated bleeding hemorrhage stenosis obstruction infection abscess cellulitis gangrene necrosis ischemia
  thrombus embolus aneurysm plaque calculus stones hydronephrosis hematuria incontinence prolapse fibroids bid tid qid prn mg ml cc cm mm kg units monitored endotracheal intubation lma
  lidocaine marcaine bupivacaine epinephrine heparin cefazolin ancef vancomycin kefzol versed fentanyl propofol saline betadine chlorhexidine iodine bacitracin neosporin xeroform kerlix
  monocryl vicryl prolene ethibond nylon silk chromic pds maxon dexon steri-strips dermabond gelfoam surgicel thrombin floseal foley penrose hemovac bovie coumadin plavix aspirin tylenol percocet
  vicodin keflex lortab coreg lipitor lasix toprol norvasc prednisone decadron zofran reglan omeprazole nexium pepcid metformin insulin lantus synthroid
  celestone soluspan supartz eylea lupron supprelin simponi aria haldol decanoate invega sustenna abilify maintena risperdal consta synvisc kenalog
  spanish french german italian american african asian caucasian hispanic european latin greek chinese indian mexican christian catholic
  subxiphoid tracker magnetic resonance computed tomography injection nausea vomiting fever chills denies admits underwent
  electronically dictated transcribed dictation transcription signature billing claim modifier coding coder cpt icd hcpcs medicare medicaid blue shield aetna cigna humana tricare united payer
  forwarded original regards attached best cheers sent iphone confidential notice
  wbc hemoglobin hematocrit platelets platelet sodium potassium creatinine glucose troponin lactate bmp cmp cbc crp esr inr ptt bun tsh bnp psa ekg ecg mri ldl hdl
  history present illness chief review medications allergies social assessment impression recommendations disposition complications complication indications indication procedure`.split(
    /\s+/,
  ),
);

const WORD_ENDING =
  /(?:tion|sion|ment|ness|ity|ical|ous|tomy|stomy|scopy|plasty|graphy|graph|gram|itis|osis|asis|oma|omas|emia|uria|pathy|ing|ed|able|ible|ive|ism|ist|ology|ence|ance|ular|eal|ial|ual|ional|oid|otic|etic|atic|stic|scopic|centesis|pexy|rrhaphy|desis|lysis|ectasis|ion|ions|ment|ments|ally|ately|ively|ously|ingly|edly|ical|ically|cele|scope|trophy|plegia|paresis|algia|genic|caine|cillin|mycin|azole|statin|olol|pril|sartan|mab|tomies|scopies|ures|ants|ative|atory|ectomized|cutaneous|articular|vascular|lateral|medial|tive|tory|tal|nal|ric|gic|tic)$/;

/** The vocabulary of notes and letters. */
export const isListedWord = (lower: string): boolean => WORDS.has(lower);

/** An ending that gives a clinical or ordinary word away, and hardly a surname. */
export const hasWordEnding = (lower: string): boolean => lower.length >= 6 && WORD_ENDING.test(lower);
