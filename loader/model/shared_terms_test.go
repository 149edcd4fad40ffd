package model

import (
	"reflect"
	"testing"
)

// TestTermsAreTold: grants that differ in any one thing that they say share nothing. It tries every field there is.
func TestTermsAreTold(t *testing.T) {
	shared := NewSharedTerms()
	plain := shared.Share(&EntryTerms{}, &GrantTerms{})
	if shared.Share(&EntryTerms{}, &GrantTerms{}) != plain {
		t.Error("grants that say the same share nothing")
	}
	tell := func(name string, entry *EntryTerms, grant *GrantTerms) {
		if got := shared.Share(entry, grant); got == plain || !reflect.DeepEqual(got, &Terms{*entry, *grant}) {
			t.Errorf("%s is lost", name)
		}
	}
	for i := range reflect.TypeFor[EntryTerms]().NumField() {
		var entry EntryTerms
		tell(set(t, reflect.ValueOf(&entry).Elem(), i), &entry, &GrantTerms{})
	}
	for i := range reflect.TypeFor[GrantTerms]().NumField() {
		var grant GrantTerms
		tell(set(t, reflect.ValueOf(&grant).Elem(), i), &EntryTerms{}, &grant)
	}
	for i := range reflect.TypeFor[FolderGrant]().NumField() {
		grant := GrantTerms{Folder: &FolderGrant{}}
		tell(set(t, reflect.ValueOf(grant.Folder).Elem(), i), &EntryTerms{}, &grant)
	}
}

// set gives a field of a struct some value.
func set(t *testing.T, of reflect.Value, field int) (name string) {
	t.Helper()
	name = of.Type().Name() + "." + of.Type().Field(field).Name
	switch f := of.Field(field); f.Kind() {
	case reflect.Uint8, reflect.Uint64:
		f.SetUint(1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		f.SetInt(1)
	case reflect.Bool:
		f.SetBool(true)
	case reflect.String:
		f.SetString("x")
	case reflect.Pointer:
		f.Set(reflect.New(f.Type().Elem()))
	default:
		if f.Type() != reflect.TypeFor[Sides]() {
			t.Fatalf("say here how %s is set", name)
		}
		f.Set(reflect.ValueOf(SidesOf(Cloud)))
	}
	return name
}

func TestSides(t *testing.T) {
	var none Sides
	some := SidesOf(Cloud, 1, 258)
	if none.Declared() || none.Has(Cloud) || !SidesOf().Declared() || none == SidesOf() {
		t.Error("an empty list is none")
	}
	if !some.Has(Cloud) || !some.Has(258) || some.Has(2) || some.Without(1) != SidesOf(Cloud, 258) || none.With(1) != SidesOf(1) {
		t.Errorf("%q", some.packed)
	}
	if SidesOf(Cloud).HasOnPremises() || !some.HasOnPremises() {
		t.Error("the cloud is on-premises")
	}
}
