// Package model is what a configuration says once it was understood: recipients, forests, the tenant, grants and the other blocks of the
// language, every reference resolved and every value of its type. Policies know of a configuration what is here.
//
// The way of the data: package loader makes a Model of files, and exports make files first. A Block is where something was declared, packed;
// Places holds those of a stretch of a file, and Attribute is the name of an attribute as a small number. Grants are packed too, since there
// may be hundreds of thousands; a Grant is made of one when it is asked for. States of a sequence of batches are copies of a Model that
// differ in a little.
//
// A side is the cloud or an on-premises forest (ForestID). Undeclared is the zero of every enumeration.
package model
