/** Large places of the United States; a state is no identifier, a city is (45 CFR 164.514(b)(2)(i)(B)). */
export const CITIES: readonly string[] = `
Albuquerque|Anaheim|Anchorage|Ann Arbor|Arlington|Asheville|Atlanta|Austin|Bakersfield|Baltimore|Baton Rouge|Bellevue
Birmingham|Boise|Boston|Boulder|Bronx|Brooklyn|Buffalo|Burlington|Cambridge|Charleston|Charlotte|Chattanooga|Chicago
Cincinnati|Cleveland|Colorado Springs|Columbus|Dallas|Dayton|Denver|Des Moines|Detroit|Durham|El Paso|Eugene|Fargo
Fort Lauderdale|Fort Worth|Fresno|Galveston|Gainesville|Glendale|Grand Rapids|Greensboro|Hartford|Honolulu|Houston
Huntsville|Indianapolis|Irvine|Jacksonville|Jersey City|Kansas City|Knoxville|Las Vegas|Lexington|Lincoln|Little Rock
Long Beach|Los Angeles|Louisville|Lubbock|Madison|Manhattan|Memphis|Miami|Milwaukee|Minneapolis|Mobile|Nashville
New Haven|New Orleans|New York City|New York|Newark|Norfolk|Oakland|Oklahoma City|Omaha|Orlando|Pasadena|Philadelphia
Phoenix|Pittsburgh|Plano|Portland|Providence|Queens|Raleigh|Reno|Richmond|Riverside|Rochester|Sacramento|Salt Lake City
San Antonio|San Diego|San Francisco|San Jose|Santa Ana|Santa Fe|Savannah|Scottsdale|Seattle|Shreveport|Spokane
Springfield|St\\. Louis|St\\. Paul|Stockton|Syracuse|Tacoma|Tallahassee|Tampa|Toledo|Topeka|Tucson|Tulsa|Virginia Beach
Washington,? D\\.?C\\.?|Wichita|Winston-Salem|Worcester`
  .trim()
  .split(/[|\n]/);
